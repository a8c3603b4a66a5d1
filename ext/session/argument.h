/* Reads SQL arguments that tables and functions share: what build or member a value names. */
#ifndef WMI_SESSION_ARGUMENT_H
#define WMI_SESSION_ARGUMENT_H

#include "base/sqlite.h"
#include "session/connection.h"

/* The build of the connection's current report that a value stands for: a build number, or a
** text that release_build() reads. An index, or REPORT_NONE where nothing stands for it. */
uint32_t argument_build(struct connection *connection, const struct report *report,
                        sqlite3_value *value);

/* The member that two values name, or REPORT_NONE. Only texts name something. */
uint32_t argument_member(const struct report *report, sqlite3_value *class_name,
                         sqlite3_value *member);

/* What one value names: members, by their indexes or as a part of all members. */
struct argument_members {
    const uint32_t *list; /* NULL: the members from first to before end */
    uint32_t first, end;  /* of the list, or of the members; equal where it names nothing */
};

/* The members that `Class.Member`, a bare member name (in every class that has it) or, where no
** member bears the name, a class (all its members) names. */
struct argument_members argument_members(const struct report *report, sqlite3_value *name);

static inline uint32_t argument_member_at(const struct argument_members *members, uint32_t i) {
    return members->list ? members->list[i] : i;
}

#endif
