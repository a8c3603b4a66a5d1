/* Scripts of cmd.exe: wmic [path] CLASS [where …] get A,B */
#include "script/parse.h"

/* The short names that wmic knows, and their classes. */
static const struct {
    char alias[16];
    char class_name[40];
} aliases[] = {
    {"baseboard", "Win32_BaseBoard"},
    {"bios", "Win32_BIOS"},
    {"bootconfig", "Win32_BootConfiguration"},
    {"cdrom", "Win32_CDROMDrive"},
    {"computersystem", "Win32_ComputerSystem"},
    {"cpu", "Win32_Processor"},
    {"csproduct", "Win32_ComputerSystemProduct"},
    {"desktop", "Win32_Desktop"},
    {"desktopmonitor", "Win32_DesktopMonitor"},
    {"diskdrive", "Win32_DiskDrive"},
    {"diskquota", "Win32_DiskQuota"},
    {"environment", "Win32_Environment"},
    {"group", "Win32_Group"},
    {"idecontroller", "Win32_IDEController"},
    {"irq", "Win32_IRQResource"},
    {"logicaldisk", "Win32_LogicalDisk"},
    {"logon", "Win32_LogonSession"},
    {"memcache", "Win32_CacheMemory"},
    {"memorychip", "Win32_PhysicalMemory"},
    {"memphysical", "Win32_PhysicalMemoryArray"},
    {"netclient", "Win32_NetworkClient"},
    {"netlogin", "Win32_NetworkLoginProfile"},
    {"netuse", "Win32_NetworkConnection"},
    {"nic", "Win32_NetworkAdapter"},
    {"nicconfig", "Win32_NetworkAdapterConfiguration"},
    {"ntdomain", "Win32_NTDomain"},
    {"ntevent", "Win32_NTLogEvent"},
    {"nteventlog", "Win32_NTEventlogFile"},
    {"onboarddevice", "Win32_OnBoardDevice"},
    {"os", "Win32_OperatingSystem"},
    {"pagefile", "Win32_PageFileUsage"},
    {"pagefileset", "Win32_PageFileSetting"},
    {"partition", "Win32_DiskPartition"},
    {"port", "Win32_PortResource"},
    {"portconnector", "Win32_PortConnector"},
    {"printer", "Win32_Printer"},
    {"printjob", "Win32_PrintJob"},
    {"process", "Win32_Process"},
    {"product", "Win32_Product"},
    {"qfe", "Win32_QuickFixEngineering"},
    {"recoveros", "Win32_OSRecoveryConfiguration"},
    {"registry", "Win32_Registry"},
    {"scsicontroller", "Win32_SCSIController"},
    {"service", "Win32_Service"},
    {"share", "Win32_Share"},
    {"sounddev", "Win32_SoundDevice"},
    {"startup", "Win32_StartupCommand"},
    {"sysaccount", "Win32_SystemAccount"},
    {"sysdriver", "Win32_SystemDriver"},
    {"systemenclosure", "Win32_SystemEnclosure"},
    {"systemslot", "Win32_SystemSlot"},
    {"tapedrive", "Win32_TapeDrive"},
    {"timezone", "Win32_TimeZone"},
    {"useraccount", "Win32_UserAccount"},
    {"volume", "Win32_Volume"},
    {"voltage", "Win32_VoltageProbe"},
};

static uint32_t find_alias(const struct script_found *found, struct text name) {
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (text_is(name, aliases[i].alias))
            return found_find_class(found, aliases[i].class_name, strlen(aliases[i].class_name));
    return VALUE_UNKNOWN;
}

/* Adds the class that stands there by its name or by a short one; VALUE_OTHER if none does. */
static uint32_t find_class(struct script_found *found, struct text name) {
    uint32_t class_index = found_find_class(found, name.text, name.size);
    if (class_index == VALUE_UNKNOWN)
        class_index = find_alias(found, name);
    if (class_index == VALUE_UNKNOWN)
        return VALUE_OTHER;
    found_add_class(found, name.text, name.size, class_index);
    return class_index;
}

/* Do names of members come behind the word? */
static bool is_verb(struct text word) {
    return text_is(word, "get") || text_is(word, "call") || text_is(word, "set");
}

static bool ends_command(const struct script_state *state) {
    return state->token.kind == TOKEN_LINE || state->token.kind == TOKEN_END ||
           state_is_sign(state, '|') || state_is_sign(state, '>') || state_is_sign(state, '\'') ||
           state_is_sign(state, '`');
}

/* /namespace:\\root\virtualization\v2, /value: up to the next blank. */
static void skip_switch(struct script_state *state) {
    do
        state_next(state);
    while (!ends_command(state) && !state->token.spaced);
}

/* where "EnabledState = 2", where (Name = 'x'), where Name='x' */
static void read_condition(struct script_state *state, uint32_t class_index) {
    struct script_wql wql;
    state_next(state);
    const char *start = state->token.text, *end = start;
    if (state->token.kind == TOKEN_TEXT) {
        end = start + state->token.size;
        state_next(state);
    } else {
        while (!ends_command(state) && !state_word_is(state, "get") &&
               !state_word_is(state, "call") && !state_word_is(state, "set") &&
               !state_word_is(state, "list") && !state_word_is(state, "delete")) {
            end = state->token.text + state->token.size;
            state_next(state);
            if (state_is_sign(state, '\'')) { /* a value */
                do
                    state_next(state);
                while (!state_is_sign(state, '\'') && state->token.kind != TOKEN_LINE &&
                       state->token.kind != TOKEN_END);
                if (state_is_sign(state, '\''))
                    state_next(state);
                end = state->token.text;
            }
        }
    }
    script_wql_start_condition(&wql, state->found, class_index, 0);
    script_wql_read(&wql, start, (size_t)(end - start));
    script_wql_end(&wql);
}

/* get A,B; call Method; set A=1 */
static void read_names(struct script_state *state, uint32_t class_index) {
    bool calls = state_word_is(state, "call");
    state_next(state);
    while (!ends_command(state)) {
        if (state_is_sign(state, '/')) {
            skip_switch(state);
            continue;
        }
        if (state->token.kind == TOKEN_WORD)
            found_add_member(state->found, state->token.text, state->token.size,
                             value_class(class_index, 0), 0, 0);
        if (calls)
            break;
        state_next(state);
    }
}

static void read_wmic(struct script_state *state) {
    uint32_t class_index = VALUE_OTHER;
    bool known = false;
    state_next(state);
    while (!ends_command(state)) {
        struct text name = state_text(state);
        if (state_is_sign(state, '/')) {
            skip_switch(state);
            continue;
        }
        if (known && state_word_is(state, "where")) {
            read_condition(state, class_index);
            continue;
        }
        if (known && state->token.kind == TOKEN_WORD && is_verb(name)) {
            read_names(state, class_index);
            return;
        }
        if (!known && state->token.kind == TOKEN_WORD && !state_word_is(state, "path") &&
            !state_word_is(state, "class") && !state_word_is(state, "exe")) {
            class_index = find_class(state->found, name);
            known = true;
        }
        state_next(state);
    }
}

/* --- Commands in lists --- */

static void read_wmic_word(struct script_state *state, struct text word) {
    struct script_wmic *wmic = &state->wmic;
    if (!word.size || *word.text == '/' || *word.text == '-')
        return;
    switch (wmic->expects) {
    case WMIC_CLASS:
        if (text_is(word, "path") || text_is(word, "class"))
            return;
        wmic->of = find_class(state->found, word);
        wmic->expects = WMIC_VERB;
        return;
    case WMIC_VERB:
        if (text_is(word, "where"))
            wmic->expects = WMIC_CONDITION;
        else if (is_verb(word))
            wmic->expects = WMIC_NAMES;
        return;
    case WMIC_NAMES:
        found_add_member(state->found, word.text, word.size, value_class(wmic->of, 0), 0, 0);
        return;
    default:
        return;
    }
}

void parse_wmic_argument(struct script_state *state, struct text text) {
    if (state->wmic.expects == WMIC_CONDITION) {
        struct script_wql wql;
        script_wql_start_condition(&wql, state->found, state->wmic.of, 0);
        script_wql_read(&wql, text.text, text.size);
        script_wql_end(&wql);
        state->wmic.expects = WMIC_VERB;
        return;
    }
    for (size_t at = 0, word = 0; at <= text.size; at++)
        if (at == text.size || text.text[at] == ',' || is_blank(text.text[at])) {
            read_wmic_word(state, (struct text){text.text + word, at - word});
            word = at + 1;
        }
}

/* --- Commands --- */

/* powershell -NoProfile -Command Get-CimInstance …, up to the line's end. */
static void read_powershell(struct script_state *state) {
    const char *start = state->lexer.at, *end = start;
    while (state->token.kind != TOKEN_LINE && state->token.kind != TOKEN_END) {
        end = state->token.text + state->token.size;
        if (state->token.kind == TOKEN_TEXT &&
            parse_embedded(state, state->token.text, state->token.size))
            start = end;
        state_next(state);
    }
    if (end > start)
        parse_embedded(state, start, (size_t)(end - start));
}

struct script_value parse_commands(struct script_state *state) {
    while (state->token.kind != TOKEN_END) {
        if (state_word_is(state, "wmic"))
            read_wmic(state);
        else if (state_word_is(state, "powershell") || state_word_is(state, "pwsh"))
            read_powershell(state);
        else
            state_next(state);
    }
    return value_unknown();
}
