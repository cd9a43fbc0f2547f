package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.nodes.view.ViewValues;
import org.knime.core.data.DataRow;
import org.knime.core.node.port.PortObject;

/** What the view's page asks for while it is open; its public methods are called by their names. */
public final class ViewService {

    private final PortObject[] m_internal;

    ViewService(final PortObject[] internal) {
        m_internal = internal;
    }

    /**
     * Images, probabilities and sentences of some rows.
     *
     * @param from the first row, from 0
     * @param count the number of rows
     * @return one map a row: {@code original} and {@code counterfactual} (PNG files, absent if there are none),
     *     {@code before} and {@code desired} (probabilities along the way), {@code flip} (a frame or -1) and
     *     {@code sentence}
     */
    public List<Map<String, Object>> details(final int from, final int count) {
        final ViewTables tables = ViewTables.of(m_internal);
        final List<Map<String, Object>> details = new ArrayList<>();
        tables.forEach(from, from + count, (row, path) -> details.add(details(tables.columns(), row, path)));
        return details;
    }

    /**
     * The mean change of brightness for each pair of class before and desired class.
     *
     * @return one map a pair, see {@link TransitionMaps}
     */
    public List<Map<String, Object>> atlas() {
        return TransitionMaps.of(ViewTables.of(m_internal));
    }

    private static Map<String, Object> details(final ResultColumns columns, final DataRow row, final DataRow path) {
        final Map<String, Object> details = new LinkedHashMap<>();
        ViewValues.putImage(details, "original", columns.cell(row, "Original"));
        ViewValues.putImage(details, "counterfactual", columns.cell(row, "Counterfactual"));
        details.put("before", rounded(PathColumns.before(path)));
        details.put("desired", rounded(PathColumns.desired(path)));
        details.put("flip", PathColumns.flip(path));
        details.put("sentence", columns.text(row, "Explanation"));
        return details;
    }

    private static double[] rounded(final double[] numbers) {
        return Arrays.stream(numbers).map(ViewValues::rounded).toArray();
    }
}
