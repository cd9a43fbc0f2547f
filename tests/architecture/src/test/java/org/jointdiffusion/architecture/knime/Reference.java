package org.jointdiffusion.architecture.knime;

/**
 * One use of a field or method in a class file.
 *
 * @param owner the class that the instruction names
 * @param name the member's name
 * @param descriptor the member's descriptor; null where a class file does not hold it (annotation elements)
 * @param isStatic whether it is used as a static member
 * @param ownerIsInterface whether the instruction takes the owner for an interface
 */
record Reference(String owner, String name, String descriptor, boolean isStatic, boolean ownerIsInterface) {

    @Override
    public String toString() {
        return owner + "." + name
                + (descriptor == null ? "()" : descriptor.startsWith("(") ? descriptor : " " + descriptor);
    }
}
