<?xml version="1.0" encoding="UTF-8"?>
<!-- Completes the software bill of materials that the CycloneDX plugin makes from Maven's dependencies by what Maven does not
     know: the native libraries inside jars, the licence of PyTorch (DJL's pom names DJL's own), and the client from npm. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="http://cyclonedx.org/schema/bom/1.6"
                xmlns="http://cyclonedx.org/schema/bom/1.6" exclude-result-prefixes="b">

  <!-- "true" when the build put KNIME's client from npm into the nodes bundle -->
  <xsl:param name="client"/>

  <xsl:variable name="parts" select="document('parts.xml')/parts"/>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="b:bom/b:components">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <xsl:if test="$client = 'true'">
        <xsl:for-each select="$parts/npm/package">
          <component type="library" bom-ref="{@purl}">
            <name><xsl:value-of select="@name"/></name>
            <version><xsl:value-of select="@version"/></version>
            <licenses><expression><xsl:value-of select="@licence"/></expression></licenses>
            <purl><xsl:value-of select="@purl"/></purl>
          </component>
        </xsl:for-each>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="b:bom/b:components/b:component">
    <xsl:variable name="purl" select="b:purl"/>
    <xsl:variable name="jar" select="$parts/jar[starts-with($purl, @purl)]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="self::b:licenses and $jar/@licence">
            <licenses><expression><xsl:value-of select="$jar/@licence"/></expression></licenses>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="."/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="$jar/file">
        <components>
          <xsl:for-each select="$jar/file">
            <component type="file">
              <name><xsl:value-of select="@name"/></name>
              <version><xsl:value-of select="@version"/></version>
              <description><xsl:value-of select="@is"/></description>
              <licenses><expression><xsl:value-of select="@licence"/></expression></licenses>
            </component>
          </xsl:for-each>
        </components>
      </xsl:if>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
