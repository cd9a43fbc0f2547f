package org.jointdiffusion.nodes.explainer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.runtime.explanation.ChangeSentence;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.image.HeatMap;
import org.jointdiffusion.runtime.image.PixelImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The columns that describe one counterfactual. */
final class CounterfactualColumns {

    private static final int COUNT = 24;

    /** The change of brightness at which heat maps have their full colour; the same for all, so that they compare. */
    private static final double FULL_COLOUR = 0.5;

    private final TargetType m_type;
    private final List<String> m_names;
    private final long m_seed;
    private final Optional<OracleColumns> m_oracle;

    CounterfactualColumns(final JointModelPortObjectSpec model, final long seed, final Judges judges) {
        m_type = model.targetType();
        m_names = model.classNames();
        m_seed = seed;
        m_oracle = judges == Judges.CLASSIFIER ? Optional.empty() : Optional.of(new OracleColumns(model));
    }

    DataTableSpec appendedTo(final DataTableSpec input) {
        final NewColumns columns = new NewColumns(input)
                .add("Original", PngCells.TYPE)
                .add("Counterfactual", PngCells.TYPE)
                .add("Difference", PngCells.TYPE)
                .add("Overlay", PngCells.TYPE)
                .addClass("Class before", m_type, m_names)
                .addClass("Desired class", m_type, m_names)
                .addClass("Class after", m_type, m_names)
                .addShare("P of class before in original")
                .addShare("P of class before in counterfactual")
                .addShare("P of desired class in original")
                .addShare("P of desired class in counterfactual")
                .add("Success", BooleanCell.TYPE)
                .addShare("Confidence")
                .addShare("Mean change")
                .addShare("Root mean square change")
                .addShare("Pixels changed")
                .add("Regions", IntCell.TYPE)
                .add("COUT", DoubleCell.TYPE)
                .addShare("Noise level")
                .add("Guidance strength", DoubleCell.TYPE)
                .add("Attempt", IntCell.TYPE)
                .add("Seed", LongCell.TYPE)
                .add("Seconds", DoubleCell.TYPE)
                .add("Explanation", StringCell.TYPE);
        return m_oracle.map(oracle -> oracle.addTo(columns)).orElse(columns).spec();
    }

    /** The cells of a counterfactual; {@code judgement} is there if the oracle is. */
    DataCell[] cells(final Counterfactual result, final Optional<Judgement> judgement) {
        return Stream.concat(
                        Arrays.stream(cells(result)),
                        m_oracle.stream().flatMap(oracle -> oracle.cells(judgement.orElseThrow()).stream()))
                .toArray(DataCell[]::new);
    }

    private DataCell[] cells(final Counterfactual result) {
        final PixelImage before = result.request().original();
        final PixelImage after = result.counterfactual();
        return new DataCell[] {
            PngCells.of(before),
            PngCells.of(after),
            PngCells.of(HeatMap.difference(before, after, FULL_COLOUR)),
            PngCells.of(HeatMap.overlay(before, after, FULL_COLOUR)),
            m_type.cell(m_names.get(result.classBefore())),
            m_type.cell(m_names.get(result.desiredClass())),
            m_type.cell(m_names.get(result.classAfter())),
            new DoubleCell(result.probabilitiesBefore()[result.classBefore()]),
            new DoubleCell(result.probabilitiesAfter()[result.classBefore()]),
            new DoubleCell(result.probabilitiesBefore()[result.desiredClass()]),
            new DoubleCell(result.probabilitiesAfter()[result.desiredClass()]),
            BooleanCell.get(result.valid()),
            new DoubleCell(result.confidence()),
            new DoubleCell(result.meanAbsoluteChange()),
            new DoubleCell(result.rootMeanSquareChange()),
            new DoubleCell(result.changedShare()),
            new IntCell(result.regions()),
            new DoubleCell(result.cout()),
            new DoubleCell(result.noiseLevel()),
            new DoubleCell(result.guidanceStrength()),
            new IntCell(result.request().attempt() + 1),
            new LongCell(m_seed),
            new DoubleCell(result.seconds()),
            new StringCell(ChangeSentence.of(result, m_names))
        };
    }

    /** What stands in the columns of a row that cannot be explained. */
    DataCell[] missing(final String reason) {
        final DataCell[] cells = new DataCell[COUNT + (m_oracle.isPresent() ? OracleColumns.COUNT : 0)];
        Arrays.fill(cells, new MissingCell(reason));
        return cells;
    }
}
