package org.knime.core.node.port;

import java.util.Objects;

/** What kind of objects a port takes, and whether it must be connected. */
public final class PortType {
    private final Class<? extends PortObject> m_objectClass;
    private final boolean m_optional;
    private final String m_name;
    private final int m_color;

    PortType(
            final Class<? extends PortObject> objectClass, final boolean optional, final String name, final int color) {
        m_objectClass = objectClass;
        m_optional = optional;
        m_name = name;
        m_color = color;
    }

    /** Returns the class of the objects. */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /** Tells whether the port may stay unconnected. */
    public boolean isOptional() {
        return m_optional;
    }

    /** Returns the name for users. */
    public String getName() {
        return m_name;
    }

    /** Returns the colour as 0xRRGGBB. */
    public int getColor() {
        return m_color;
    }

    /** Tells whether a port of this type takes the object. */
    public boolean acceptsPortObject(final PortObject object) {
        return object != null && acceptsPortObjectClass(object.getClass());
    }

    /** Tells whether a port of this type takes objects of the class. */
    public boolean acceptsPortObjectClass(final Class<? extends PortObject> objectClass) {
        return m_objectClass.isAssignableFrom(objectClass);
    }

    /** Tells whether a port of this type takes all objects of the other type. */
    public boolean isSuperTypeOf(final PortType other) {
        return acceptsPortObjectClass(other.m_objectClass);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType type && type.m_objectClass == m_objectClass && type.m_optional == m_optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_objectClass, m_optional);
    }

    @Override
    public String toString() {
        return m_name + (m_optional ? " (optional)" : "");
    }
}
