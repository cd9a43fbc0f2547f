package org.knime.core.data;

/** A cell without a value, which every column accepts; all missing cells are equal. */
public final class MissingCell extends DataCell implements MissingValue {
    private static final long serialVersionUID = 1L;

    private final String m_error;

    /** Creates a missing cell that tells why its value is missing ({@code null}: not known). */
    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return true;
    }

    @Override
    public int hashCode() {
        return MissingCell.class.hashCode();
    }

    @Override
    public String toString() {
        return "?";
    }
}
