package org.jointdiffusion.runtime.metrics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The distance between two sets of images by the Gaussians that fit their features (Heusel et al. 2017, "GANs Trained
 * by a Two Time-Scale Update Rule Converge to a Local Nash Equilibrium", eq. 6): |m_1 - m_2|^2 + tr(C_1 + C_2 - 2 (C_1
 * C_2)^(1/2)).
 *
 * <p>It is 0 for equal Gaussians and has the unit of squared features. It depends on the features and, being biased for
 * small sets, on the number of images: state both, and compare with the distance between two sets of as many real
 * images.
 */
public final class FrechetDistance {

    private FrechetDistance() {}

    /**
     * The distance between two sets of at least 2 vectors each.
     *
     * @return at least 0
     * @throws IllegalArgumentException when a set is too small or the widths differ
     */
    public static double between(final FeatureVectors first, final FeatureVectors second) {
        first.requireSameWidth(second);
        final GaussianFit one = GaussianFit.of(first);
        final GaussianFit other = GaussianFit.of(second);
        final int width = first.width();
        double distance = 0;
        for (int i = 0; i < width; i++) {
            final double difference = one.mean()[i] - other.mean()[i];
            distance += difference * difference;
            distance += one.covariance()[i * width + i] + other.covariance()[i * width + i];
        }
        final DMatrixRMaj root = root(matrix(one));
        final DMatrixRMaj half = new DMatrixRMaj(width, width);
        final DMatrixRMaj product = new DMatrixRMaj(width, width);
        CommonOps_DDRM.mult(root, matrix(other), half);
        CommonOps_DDRM.multTransB(half, root, product);
        // similar to C_1 C_2, but symmetric: rounding must not make it otherwise
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                final double mean = (product.get(i, j) + product.get(j, i)) / 2;
                product.set(i, j, mean);
                product.set(j, i, mean);
            }
        }
        final EigenDecomposition_F64<DMatrixRMaj> spectrum = decompose(product, false);
        for (int i = 0; i < width; i++) {
            distance -= 2 * Math.sqrt(Math.max(0, spectrum.getEigenvalue(i).getReal()));
        }
        return Math.max(0, distance);
    }

    private static DMatrixRMaj matrix(final GaussianFit fit) {
        final int width = fit.mean().length;
        return new DMatrixRMaj(width, width, true, fit.covariance());
    }

    /** L^(1/2) V^T of a covariance V L V^T: a matrix R with R^T R equal to the covariance. */
    private static DMatrixRMaj root(final DMatrixRMaj covariance) {
        final int width = covariance.numRows;
        final EigenDecomposition_F64<DMatrixRMaj> spectrum = decompose(covariance, true);
        final DMatrixRMaj root = new DMatrixRMaj(width, width);
        for (int i = 0; i < width; i++) {
            final double scale = Math.sqrt(Math.max(0, spectrum.getEigenvalue(i).getReal()));
            final DMatrixRMaj vector = spectrum.getEigenVector(i);
            for (int j = 0; j < width; j++) {
                root.set(i, j, scale * vector.get(j));
            }
        }
        return root;
    }

    private static EigenDecomposition_F64<DMatrixRMaj> decompose(final DMatrixRMaj symmetric, final boolean vectors) {
        final EigenDecomposition_F64<DMatrixRMaj> spectrum =
                DecompositionFactory_DDRM.eig(symmetric.numRows, vectors, true);
        if (!spectrum.decompose(symmetric.copy())) {
            throw new IllegalArgumentException("The covariance of the features has no eigenvalues: its numbers are too"
                    + " large. Scale the features down.");
        }
        return spectrum;
    }
}
