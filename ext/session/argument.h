/* Reads SQL arguments that tables and functions share: what build or member a value names. */
#ifndef WMI_SESSION_ARGUMENT_H
#define WMI_SESSION_ARGUMENT_H

#include "base/sqlite.h"
#include "base/text.h"
#include "session/connection.h"

/* The build of the connection's current report that a value stands for: a build number, or a
** text that release_build() reads. An index, or REPORT_NONE where nothing stands for it. */
uint32_t argument_build(struct connection *connection, const struct report *report,
                        sqlite3_value *value);

/*
** What a value names: groups of members. Where a class name stands in several namespaces and the
** value says none, each of the classes is a group: an answer holds only where all groups give it. A
** bare member name is one group, of all members that bear it in any class.
**
** A value that names nothing has no group. Only texts name something. Around a name (and so beside `:`,
** `.` and `::`) blanks are passed over, as are `()` behind a method; `Class::Member` is `Class.Member`; before a class or a qualified
** name may stand its namespace, `root\cimv2:`, also written with `/` and behind `\\host\`.
*/
struct argument_names {
    const struct report *report;
    struct text namespace_name; /* that is asked for; a NULL text for any */
    enum { NAMES_NOTHING, NAMES_MEMBERS, NAMES_CLASSES, NAMES_BEARERS } are;
    uint32_t next, end;               /* the groups to come: members, classes, or bearers */
    uint32_t class_index;             /* of the group at hand, or REPORT_NONE for any */
    uint32_t next_member, end_member; /* of it */
};

/* What one value names: `Class.Member`, a bare member name or, where no member bears the name, a
** class: all its members. */
struct argument_names argument_names(const struct report *report, sqlite3_value *name);

/* What two values name together. */
struct argument_names argument_class_member(const struct report *report, sqlite3_value *class_name,
                                            sqlite3_value *member);

/* The member, where they mean one alone, whatever its namespace; else REPORT_NONE. Mostly they do,
** and then no group need be gone to. */
static inline uint32_t argument_only_member(const struct argument_names *names) {
    bool is_one = names->are == NAMES_MEMBERS && names->end - names->next == 1;
    return is_one && !names->namespace_name.text ? names->next : REPORT_NONE;
}

/* Goes to the next group; false when there is none. */
bool argument_next_group(struct argument_names *names);

/* Goes to the next member of the group; false when there is none. */
bool argument_next_member(struct argument_names *names, uint32_t *member);

#endif
