package org.jointdiffusion.embedded.dialog;

import java.util.List;
import java.util.Optional;

/**
 * A parameter as the dialog of a node shows it.
 *
 * @param key the key under which it is stored, after those of its groups, separated by "/"
 * @param section the titles of the sections around it, the outermost first
 * @param type the type of the value, for an optional parameter that of its content
 * @param optional whether the user can leave it empty
 * @param advanced whether it is shown only with the advanced settings
 * @param shown whether it is shown with the current values of the other parameters
 * @param enabled whether it can be changed with the current values of the other parameters
 * @param choices the values it may take, empty if they are not limited
 */
public record DialogParameter(
        String key,
        String title,
        String description,
        List<String> section,
        Class<?> type,
        boolean optional,
        boolean advanced,
        boolean shown,
        boolean enabled,
        Optional<List<DialogChoice>> choices) {}
