package org.knime.core.data.collection;

import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataCell;

/** Makes collection cells. */
public final class CollectionCellFactory {
    private CollectionCellFactory() {}

    /** Returns a list cell with the given elements in their order. */
    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(List.copyOf(cells));
    }
}
