package org.imgeligibility.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share of 0 to 100 percent as it is typed, with all its decimals. */
final class Percentage implements ITypeConverter<BigDecimal> {

    @Override
    public BigDecimal convert(String text) {
        BigDecimal share = text.matches("\\d{1,3}(\\.\\d{1,9})?") ? new BigDecimal(text) : BigDecimal.valueOf(-1);
        if (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new TypeConversionException("'" + text + "' is not a percentage as 95 or 99.5.");
        }
        return share;
    }
}
