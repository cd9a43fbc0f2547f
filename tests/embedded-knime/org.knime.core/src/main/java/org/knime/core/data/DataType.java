package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a column or cell: a cell class, or, for a mixture of cells, only the value interfaces they share. */
public final class DataType {
    private static final String CELL_CLASS = "cell_class";
    private static final String ELEMENT_TYPE = "collection_element_type";
    private static final String VALUE_CLASSES = "value_classes";

    private static final Map<String, String> NAMES = Map.of(
            "StringValue", "String",
            "IntValue", "Number (Integer)",
            "LongValue", "Number (Long Integer)",
            "DoubleValue", "Number (Float)",
            "BooleanValue", "Boolean",
            "PNGImageValue", "Image (PNG)",
            "ListDataValue", "Collection (List)",
            "CollectionDataValue", "Collection",
            "FSLocationValue", "Path");

    /** {@code null} for a type that no single cell class has. */
    private final Class<? extends DataCell> m_cellClass;
    /** All value interfaces; the preferred one first. */
    private final List<Class<? extends DataValue>> m_valueClasses;
    /** {@code null} for all but collections. */
    private final DataType m_elementType;

    private DataType(
            final Class<? extends DataCell> cellClass,
            final Set<Class<? extends DataValue>> valueClasses,
            final DataType elementType) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(valueClasses);
        m_elementType = elementType;
    }

    private static final class MissingCellHolder {
        static final DataCell CELL = new MissingCell(null);
    }

    /** Returns the missing cell that gives no reason. */
    public static DataCell getMissingCell() {
        return MissingCellHolder.CELL;
    }

    /** Returns the type of the cells of the given class. */
    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return getType(cellClass, null);
    }

    /** Returns the type of the cells of the given collection class with elements of the given type. */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType elementType) {
        final boolean collection = CollectionDataValue.class.isAssignableFrom(cellClass);
        if (collection != (elementType != null)) {
            throw new IllegalArgumentException("Collections, and only they, have an element type: " + cellClass);
        }
        final Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
        for (Class<?> type = cellClass; type != null; type = type.getSuperclass()) {
            collectValues(type.getInterfaces(), values);
        }
        values.add(DataValue.class);
        return new DataType(cellClass, values, elementType);
    }

    private static void collectValues(final Class<?>[] interfaces, final Set<Class<? extends DataValue>> values) {
        for (final Class<?> type : interfaces) {
            if (DataValue.class.isAssignableFrom(type) && type != DataValue.class) {
                values.add(type.asSubclass(DataValue.class));
                collectValues(type.getInterfaces(), values);
            }
        }
    }

    /** Returns the most special type to which cells of both types comply. */
    public static DataType getCommonSuperType(final DataType first, final DataType second) {
        if (first.isMissingValueType()) {
            return second;
        }
        if (second.isMissingValueType() || first.isASuperTypeOf(second)) {
            return first;
        }
        if (second.isASuperTypeOf(first)) {
            return second;
        }
        final Set<Class<? extends DataValue>> shared = new LinkedHashSet<>(first.m_valueClasses);
        shared.retainAll(second.m_valueClasses);
        final DataType element = shared.contains(CollectionDataValue.class)
                ? getCommonSuperType(first.m_elementType, second.m_elementType)
                : null;
        return new DataType(null, shared, element);
    }

    /** Tells whether every cell of this type implements the interface; the missing cell implements all. */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || m_valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
    }

    /** Tells whether a column of this type accepts cells of the other one. */
    public boolean isASuperTypeOf(final DataType other) {
        return other.isMissingValueType()
                || m_valueClasses.stream().allMatch(other::isCompatible)
                        && (m_elementType == null || m_elementType.isASuperTypeOf(other.m_elementType));
    }

    /** Tells whether this is the type of the missing cell. */
    public boolean isMissingValueType() {
        return m_cellClass == MissingCell.class;
    }

    /** Tells whether the cells are collections. */
    public boolean isCollectionType() {
        return m_elementType != null;
    }

    /** Returns the type of the elements of a collection, else {@code null}. */
    public DataType getCollectionElementType() {
        return m_elementType;
    }

    /** Returns the class of the cells, or {@code null} when they share only interfaces. */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /** Returns the interface that describes the cells best. */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /** Returns all value interfaces of the cells. */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    /** Returns the order of the cells. */
    public DataValueComparator getComparator() {
        return ValueComparators.of(getPreferredValueClass());
    }

    /** Returns the name that users see; "?" when the cells share only interfaces. */
    public String getName() {
        if (m_cellClass == null) {
            return "?";
        }
        return NAMES.getOrDefault(getPreferredValueClass().getSimpleName(), m_cellClass.getSimpleName());
    }

    /** Returns a text that stays the same for this type. */
    public String getIdentifier() {
        final String name = m_cellClass == null ? m_valueClasses.toString() : m_cellClass.getName();
        return m_elementType == null ? name : name + "<" + m_elementType.getIdentifier() + ">";
    }

    /** Returns a name for users that tells more than {@link #getName()} where that is "?". */
    public String toPrettyString() {
        return toString();
    }

    /** Writes the type, to be read by {@link #load(ConfigRO)}. */
    public void save(final ConfigWO config) {
        config.addString(CELL_CLASS, m_cellClass == null ? null : m_cellClass.getName());
        if (m_cellClass == null) {
            config.addStringArray(
                    VALUE_CLASSES, m_valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
        if (m_elementType != null) {
            m_elementType.save(config.addConfig(ELEMENT_TYPE));
        }
    }

    /** Reads a type; a class that is not there is an {@link InvalidSettingsException}. */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final DataType element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        try {
            final String cellClass = config.getString(CELL_CLASS);
            if (cellClass != null) {
                return getType(Class.forName(cellClass).asSubclass(DataCell.class), element);
            }
            final Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
            for (final String name : config.getStringArray(VALUE_CLASSES)) {
                values.add(Class.forName(name).asSubclass(DataValue.class));
            }
            return new DataType(null, values, element);
        } catch (final ClassNotFoundException | ClassCastException | IllegalArgumentException exception) {
            throw new InvalidSettingsException("The data type can not be read: " + exception.getMessage(), exception);
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataType type
                && type.m_cellClass == m_cellClass
                && new LinkedHashSet<>(type.m_valueClasses).equals(new LinkedHashSet<>(m_valueClasses))
                && Objects.equals(type.m_elementType, m_elementType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_cellClass, new LinkedHashSet<>(m_valueClasses), m_elementType);
    }

    @Override
    public String toString() {
        final String name = m_cellClass == null
                ? "Non-Native " + Arrays.toString(new ArrayList<>(m_valueClasses).toArray())
                : getName();
        return m_elementType == null ? name : name + " (Collection of: " + m_elementType + ")";
    }
}
