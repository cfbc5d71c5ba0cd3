// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <vector>

namespace millrace::dinky {

/// What a server has for the fields of forms to choose from. Empty lists: it does not tell, or has none.
struct Offers {
    using Options = std::vector<FormField::Option>;

    Options clusters; ///< instances, by id
    Options configurations; ///< cluster configurations, by id
    Options tasks; ///< by the task's id, with their folders
    Options folders; ///< by id; the top is "0"
    QString firstCluster; ///< the first that answered its last heart beat
    QString firstAddress; ///< of its JobManager
};

} // namespace millrace::dinky
