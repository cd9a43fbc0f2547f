package org.knime.core.webui.data;

import java.io.IOException;

/** Gives a view the data that it starts with; the host offers only what nodes use of it. */
public final class InitialDataService<D> {

    private InitialDataService() {}

    /**
     * Turns the data into text.
     *
     * @param <D> the type of the data
     */
    public interface Serializer<D> {

        String serialize(D data) throws IOException;
    }
}
