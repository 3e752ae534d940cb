package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Optional;

/** One fact a rule looks for. All constraints must hold. */
public record Pattern(Optional<String> binding, Type type, List<Expression> constraints, Place place) {
}
