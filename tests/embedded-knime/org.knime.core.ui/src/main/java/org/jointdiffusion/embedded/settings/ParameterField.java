package org.jointdiffusion.embedded.settings;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A field of a settings class.
 *
 * @param optional whether the field is an {@code Optional}
 * @param type the type of the value, for an {@code Optional} that of its content
 */
public record ParameterField(Field field, boolean optional, Class<?> type) {

    /** Returns the fields that are settings: all but private, static and transient ones, inherited ones first. */
    public static List<ParameterField> of(final Class<?> parametersClass) {
        final List<ParameterField> fields = new ArrayList<>();
        if (parametersClass.getSuperclass() != null) {
            fields.addAll(of(parametersClass.getSuperclass()));
        }
        for (final Field field : parametersClass.getDeclaredFields()) {
            final int excluded = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
            if ((field.getModifiers() & excluded) == 0 && !field.isSynthetic()) {
                field.setAccessible(true);
                final boolean optional = field.getType() == Optional.class;
                fields.add(new ParameterField(field, optional, optional ? argument(field) : field.getType()));
            }
        }
        return fields;
    }

    /** Returns the field's name without the prefix {@code m_}. */
    public String name() {
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    /** Returns the key under which the field is stored. */
    public String key() {
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name();
        }
        final String key = persist.configKey().isEmpty() ? name() : persist.configKey();
        return persist.hidden() ? key + "_Internals" : key;
    }

    /** Returns the key under which an optional field stores whether it has a value. */
    public String presenceKey() {
        return key() + "_is_present";
    }

    /** Returns whether the field is a group of settings. */
    public boolean isGroup() {
        return Persistable.class.isAssignableFrom(type) && !type.isEnum();
    }

    /** Returns the type of the elements if the field is an array or a list of groups of settings. */
    public Optional<Class<?>> groupElement() {
        Class<?> element = type.getComponentType();
        if (element == null && Collection.class.isAssignableFrom(type)) {
            element = argument(field);
        }
        return Optional.<Class<?>>ofNullable(element)
                .filter(candidate -> Persistable.class.isAssignableFrom(candidate) && !candidate.isEnum());
    }

    public <A extends Annotation> Optional<A> annotation(final Class<A> annotationType) {
        return Optional.ofNullable(field.getAnnotation(annotationType));
    }

    /** Returns the field's value in an object. */
    public Object get(final Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException exception) {
            throw new IllegalStateException("The field " + field + " cannot be read.", exception);
        }
    }

    /** Sets the field's value in an object. */
    public void set(final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException exception) {
            throw new IllegalStateException("The field " + field + " cannot be written.", exception);
        }
    }

    private static Class<?> argument(final Field field) {
        if (field.getGenericType() instanceof ParameterizedType generic) {
            final Type argument = generic.getActualTypeArguments()[0];
            if (argument instanceof Class<?> type) {
                return type;
            }
        }
        throw new IllegalStateException("The field " + field + " needs a class as its type argument.");
    }
}
