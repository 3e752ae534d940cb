package org.imgeligibility.rulebase;

import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.imgeligibility.rulebase.language.Condition;
import org.kie.api.runtime.rule.FactHandle;

/** A condition over the row of a case, as Drools' network asks for it. It never changes, so that every node can share it. */
class RowConstraint implements AlphaNodeFieldConstraint {

    private final transient Condition condition;

    RowConstraint(Condition condition) {
        this.condition = condition;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver resolver) {
        return condition.holds(((Case) handle.getObject()).row());
    }

    @Override
    public RowConstraint cloneIfInUse() {
        return this;
    }

    @Override
    public RowConstraint clone() {
        return this;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return new Declaration[0];
    }

    @Override
    public void replaceDeclaration(Declaration old, Declaration other) {
        // it refers to none
    }

    @Override
    public ConstraintType getType() {
        return ConstraintType.ALPHA;
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws NotSerializableException {
        throw new NotSerializableException("rules are read from their files");
    }

    @Override
    public void readExternal(ObjectInput in) throws NotSerializableException {
        throw new NotSerializableException("rules are read from their files");
    }
}
