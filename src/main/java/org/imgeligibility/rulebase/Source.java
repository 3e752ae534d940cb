package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that rules rest on.
 *
 * @param published a year, month or day as text, as exact as it is known
 * @param locator   where in the document
 * @param kind      stated (a commissioning document), official or secondary
 * @param reviewBy  the day by which an editor must look again
 */
public record Source(String id, String title, String publisher, Optional<String> url, Optional<String> published,
                     Optional<String> retrieved, String locator, String kind, Confidence confidence, LocalDate reviewBy) {

    /** By what tells nearly all apart. */
    @Override
    public int hashCode() {
        return id.hashCode() * 31 + locator.hashCode();
    }

    /** The same document cited at another place. */
    Source at(String otherLocator) {
        return new Source(id, title, publisher, url, published, retrieved, otherLocator, kind, confidence, reviewBy);
    }

    /** The same document, for a table row that can be relied on less. */
    public Source noBetterThan(Confidence limit) {
        return new Source(id, title, publisher, url, published, retrieved, locator, kind, confidence.or(limit), reviewBy);
    }
}
