package org.jointdiffusion.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small workflows in KNIME's format. */
final class TestWorkflow {

    private static final String SCORER = "org.knime.base.node.mine.scorer.accuracy.AccuracyScorer2NodeFactory";

    private final Path m_directory;
    private final List<String> m_nodes = new ArrayList<>();
    private final List<String> m_connections = new ArrayList<>();

    TestWorkflow(final Path directory) {
        m_directory = directory;
    }

    /** Adds a node of {@link TestNodes} with default settings, and returns this. */
    TestWorkflow add(final Class<?> factory) throws IOException {
        return add(
                factory.getName(),
                """
                <entry key="pairs" type="xstring" value="a:a a:b b:b b:b"/>
                <entry key="seed" type="xlong" value="1"/>""");
    }

    /** Adds a Scorer after the node that was added last, and returns this. */
    TestWorkflow addScorer() throws IOException {
        final var id = m_nodes.size() + 1;
        m_connections.add(
                """
                <config key="connection_%d"><entry key="sourceID" type="xint" value="%d"/>
                <entry key="destID" type="xint" value="%d"/><entry key="sourcePort" type="xint" value="1"/>
                <entry key="destPort" type="xint" value="1"/></config>"""
                        .formatted(m_connections.size(), id - 1, id));
        return add(
                SCORER,
                """
                <entry key="first" type="xstring" value="Label"/>
                <entry key="second" type="xstring" value="Prediction"/>
                <entry key="flowVarPrefix" type="xstring" isnull="true" value=""/>
                <entry key="sortingReversed" type="xboolean" value="false"/>
                <entry key="sortingStrategy" type="xint" value="0"/>
                <entry key="ignore.missing.values" type="xboolean" value="true"/>""");
    }

    /** Adds a node by the class name of its factory, and returns this. */
    TestWorkflow add(final String factory, final String settings) throws IOException {
        final var id = m_nodes.size() + 1;
        final var folder = "Node (#" + id + ")";
        m_nodes.add(
                """
                <config key="node_%d"><entry key="id" type="xint" value="%d"/>
                <entry key="node_settings_file" type="xstring" value="%s/settings.xml"/>
                <entry key="node_is_meta" type="xboolean" value="false"/>
                <entry key="node_type" type="xstring" value="NativeNode"/></config>"""
                        .formatted(id, id, folder));
        Files.createDirectories(m_directory.resolve(folder));
        Files.writeString(
                m_directory.resolve(folder).resolve("settings.xml"),
                config(
                        "settings.xml",
                        """
                        <config key="model">%s</config>
                        <entry key="factory" type="xstring" value="%s"/>
                        <entry key="node-name" type="xstring" value="Node %d"/>
                        <entry key="node-bundle-name" type="xstring" value="Tests"/>
                        <config key="factory_settings"/>"""
                                .formatted(settings, factory, id)));
        return this;
    }

    /** Writes the workflow and returns its directory. */
    Path write() throws IOException {
        Files.createDirectories(m_directory);
        Files.writeString(
                m_directory.resolve("workflow.knime"),
                config(
                        "workflow.knime",
                        """
                        <entry key="version" type="xstring" value="5.1.0"/>
                        <config key="nodes">%s</config>
                        <config key="connections">%s</config>"""
                                .formatted(String.join("\n", m_nodes), String.join("\n", m_connections))));
        return m_directory;
    }

    private static String config(final String key, final String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="%s">
                %s
                </config>
                """
                .formatted(key, content);
    }
}
