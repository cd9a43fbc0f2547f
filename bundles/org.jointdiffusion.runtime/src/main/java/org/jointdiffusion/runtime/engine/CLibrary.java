package org.jointdiffusion.runtime.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The part of the C library that is needed. */
interface CLibrary extends Library {

    /** The C library of this process; throws a {@link LinkageError} when it cannot be reached. */
    static CLibrary load() {
        return Native.load(Platform.C_LIBRARY_NAME, CLibrary.class);
    }

    /** Sets an environment variable; keeps an existing value when {@code overwrite} is 0. */
    int setenv(String name, String value, int overwrite);

    /** Sets an option of the memory allocator; glibc only. */
    int mallopt(int option, int value);

    /** Gives free memory above {@code pad} bytes back to the system; glibc only. */
    int malloc_trim(long pad);
}
