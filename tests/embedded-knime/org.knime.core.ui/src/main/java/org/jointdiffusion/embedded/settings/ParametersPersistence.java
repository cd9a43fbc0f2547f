package org.jointdiffusion.embedded.settings;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Creates, loads and saves the settings of nodes, with the same entries as KNIME 5.8.
 *
 * <p>Limits given by annotations ({@code NumberInputWidget}, {@code TextInputWidget}) are not checked here, because
 * KNIME checks them in the dialog only; {@code validate()} is called by whoever loads settings for a node.
 */
public final class ParametersPersistence {

    private ParametersPersistence() {}

    /** Creates default settings, with what the constructor for an input guesses if there is one. */
    public static <P> P create(final Class<P> parametersClass, final NodeParametersInput input) {
        return Instances.create(parametersClass, input);
    }

    /** Saves settings. */
    public static void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        saveGroup(parameters.getClass(), parameters, settings);
    }

    /**
     * Loads settings.
     *
     * @throws InvalidSettingsException if an entry is missing, has another type, or no known value
     */
    public static <P> P load(final Class<P> parametersClass, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        return parametersClass.cast(loadGroup(parametersClass, settings));
    }

    private static void saveGroup(final Class<?> type, final Object group, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor = persistor(type.getAnnotation(Persistor.class));
        if (persistor.isPresent()) {
            persistor.get().save(group, settings);
            return;
        }
        for (final ParameterField field : ParameterField.of(type)) {
            saveField(field, field.get(group), settings);
        }
    }

    private static void saveField(final ParameterField field, final Object value, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor =
                persistor(field.annotation(Persistor.class).orElse(null));
        if (persistor.isPresent()) {
            persistor.get().save(value, settings);
        } else if (field.isGroup()) {
            saveGroup(field.type(), value, settings.addNodeSettings(field.key()));
        } else if (field.groupElement().isPresent()) {
            final NodeSettingsWO elements = settings.addNodeSettings(field.key());
            int index = 0;
            for (final Object element : elements(value)) {
                saveGroup(field.groupElement().get(), element, elements.addNodeSettings(Integer.toString(index++)));
            }
        } else if (field.optional()) {
            // an empty optional stores a place holder too, which flow variables can overwrite
            final Object content = ((Optional<?>) value).orElse(null);
            final LeafPersistence<?> leaf = LeafPersistence.of(field.type());
            if (content == null) {
                leaf.saveEmpty(settings, field.key());
            } else {
                leaf.save(settings, field.key(), content);
            }
            settings.addBoolean(field.presenceKey(), content != null);
        } else {
            LeafPersistence.of(field.type()).save(settings, field.key(), value);
        }
    }

    private static List<?> elements(final Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> list ? List.copyOf(list) : List.of((Object[]) value);
    }

    private static Object loadGroup(final Class<?> type, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final Optional<ConfigMigration<Object>> migration =
                migration(type.getAnnotation(Migration.class), settings, new String[][] {{}});
        if (migration.isPresent()) {
            return migration.get().getLoader().load(settings);
        }
        final Optional<NodeParametersPersistor<Object>> persistor = persistor(type.getAnnotation(Persistor.class));
        if (persistor.isPresent()) {
            return persistor.get().load(settings);
        }
        final Object group = Instances.create(type);
        for (final ParameterField field : ParameterField.of(type)) {
            field.set(group, loadField(field, field.get(group), settings));
        }
        return group;
    }

    private static Object loadField(final ParameterField field, final Object value, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final Optional<NodeParametersPersistor<Object>> persistor =
                persistor(field.annotation(Persistor.class).orElse(null));
        final String[][] paths =
                persistor.map(NodeParametersPersistor::getConfigPaths).orElse(new String[][] {{field.key()}});
        final Optional<ConfigMigration<Object>> migration =
                migration(field.annotation(Migration.class).orElse(null), settings, paths);
        if (migration.isPresent()) {
            return migration.get().getLoader().load(settings);
        }
        if (loadsDefaultIfAbsent(field) && paths.length > 0 && isAbsent(settings, paths)) {
            return value;
        }
        if (persistor.isPresent()) {
            return persistor.get().load(settings);
        }
        if (field.isGroup()) {
            return loadGroup(field.type(), settings.getNodeSettings(field.key()));
        }
        if (field.groupElement().isPresent()) {
            return loadElements(field, settings.getNodeSettings(field.key()));
        }
        if (!field.optional()) {
            return LeafPersistence.of(field.type()).load(settings, field.key());
        }
        return settings.getBoolean(field.presenceKey(), true)
                ? Optional.ofNullable(LeafPersistence.of(field.type()).load(settings, field.key()))
                : Optional.empty();
    }

    private static Object loadElements(final ParameterField field, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final Class<?> element = field.groupElement().orElseThrow();
        // no size is stored: the elements are the keys that are numbers
        final int size = (int)
                settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        final List<Object> elements = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            elements.add(loadGroup(element, settings.getNodeSettings(Integer.toString(index))));
        }
        return field.type().isArray() ? elements.toArray((Object[]) Array.newInstance(element, size)) : elements;
    }

    private static boolean loadsDefaultIfAbsent(final ParameterField field) {
        return field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)
                || field.field().getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
                        && field.annotation(Migration.class).isEmpty();
    }

    private static boolean isAbsent(final NodeSettingsRO settings, final String[][] paths) {
        for (final String[] path : paths) {
            if (ConfigPaths.contains(settings, List.of(path))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Optional<ConfigMigration<Object>> migration(
            final Migration annotation, final NodeSettingsRO settings, final String[][] paths) {
        if (annotation == null) {
            return Optional.empty();
        }
        final NodeParametersMigration<Object> migrations = Instances.create(annotation.value());
        return migrations.getConfigMigrations().stream()
                .filter(migration -> migration.getMatcher() == null
                        ? isAbsent(settings, paths)
                        : migration.getMatcher().test(settings))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Optional<NodeParametersPersistor<Object>> persistor(final Persistor annotation) {
        return Optional.ofNullable(annotation).map(Persistor::value).map(Instances::create);
    }
}
