#include "release/fold.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* What stands for the letters from U+00C0 to U+017F; one for one, so that 'ß' is 's'. */
static const char latin[] = "aaaaaaaceeeeiiiidnoooooxouuuuypsaaaaaaaceeeeiiiidnooooo\1"
                            "ouuuuypy"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                            "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* Characters that are passed over, that stand for a sign, or that nothing stands for. The first
** range that a character is in decides. */
static const struct {
    uint32_t first, last;
    char becomes; /* 0: nothing */
} signs[] = {
    {0x80, 0x9f, FOLD_ODD},
    {0xa0, 0xa0, ' '},
    {0xa9, 0xa9, 0},
    {0xaa, 0xaa, 'a'},
    {0xab, 0xab, '"'},
    {0xac, 0xac, FOLD_VAGUE},
    {0xad, 0xae, 0},
    {0xb1, 0xb1, FOLD_VAGUE},
    {0xb2, 0xb2, '2'},
    {0xb7, 0xb7, '|'},
    {0xba, 0xba, 'o'},
    {0xbb, 0xbb, '"'},
    {0xa1, 0xbf, FOLD_ODD},
    {0x300, 0x36f, 0},
    {0x2000, 0x200a, ' '},
    {0x200b, 0x200f, 0},
    {0x2010, 0x2015, '-'},
    {0x2018, 0x201b, '\''},
    {0x201c, 0x201f, '"'},
    {0x2022, 0x2022, '|'},
    {0x2026, 0x2026, FOLD_VAGUE},
    {0x202a, 0x202e, 0},
    {0x202f, 0x202f, ' '},
    {0x2032, 0x2033, '\''},
    {0x205f, 0x205f, ' '},
    {0x2060, 0x2064, 0},
    {0x2122, 0x2122, 0},
    {0x2190, 0x21ff, FOLD_VAGUE},
    {0x2212, 0x2212, '-'},
    {0x2248, 0x2248, FOLD_VAGUE},
    {0x2260, 0x2265, FOLD_VAGUE},
    {0x2000, 0x2bff, FOLD_ODD},
    {0x3000, 0x3000, ' '},
    {0x3001, 0x3001, ','},
    {0x3002, 0x3002, '.'},
    {0x3008, 0x3011, '"'},
    {0x3012, 0x3020, FOLD_VAGUE},
    {0xd800, 0xf8ff, FOLD_ODD},
    {0xfe00, 0xfe0f, 0},
    {0xfeff, 0xfeff, 0},
    {0xff5f, 0xffff, FOLD_ODD},
    {0x1f000, 0x10ffff, FOLD_ODD},
};

/* The ASCII character that stands for it, 0 for none, or the character itself. */
static uint32_t replaced(uint32_t character) {
    if (character < 0x80)
        return is_blank((char)character)              ? ' '
               : character < ' ' || character == 0x7f ? FOLD_ODD
               : character >= 'A' && character <= 'Z' ? character + ('a' - 'A')
                                                      : character;
    if (character >= 0xc0 && character <= 0x17f)
        return (unsigned char)latin[character - 0xc0];
    if (character >= 0xff01 && character <= 0xff5e) /* full width */
        return replaced(character - 0xfee0);
    if (character >= 0x400 && character <= 0x42f) /* Cyrillic capitals */
        return character + (character < 0x410 ? 0x50 : 0x20);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (character >= signs[i].first && character <= signs[i].last)
            return (unsigned char)signs[i].becomes;
    return character;
}

/* Does a word begin at `at`: 'S' of 'WindowsServer', 'B' of 'OSBuild'? */
static bool begins_word(const char *text, const char *at, const char *end) {
    if (at == text || *at < 'A' || *at > 'Z' || !is_letter(at[-1]))
        return false;
    return at[-1] >= 'a' || (end - at > 1 && at[1] >= 'a' && at[1] <= 'z');
}

/* Writes what stands for a character; nothing takes more room than what it stands for. */
static void write_character(struct fold *fold, uint32_t character, bool begins) {
    uint32_t becomes = replaced(character);
    size_t length = becomes ? utf8_write(fold->text + fold->size, becomes) : 0;
    for (size_t i = 0; i < length; i++)
        fold->cut[fold->size + i] = begins && i == 0;
    fold->size += length;
}

bool fold_text(struct fold *fold, struct text text) {
    const char *end = text.text + text.size, *valid = text.text;
    fold->size = 0;
    if (text.size > FOLD_MAX)
        return false;
    for (const char *at = text.text; at < end;) {
        if (at == valid)
            valid += utf8_valid(at, (size_t)(end - at));
        size_t length = 1;
        uint32_t character = at < valid ? utf8_read(at, &length) : FOLD_ODD;
        write_character(fold, character, begins_word(text.text, at, end));
        at += length;
        if (valid < at) /* no character began there */
            valid = at;
    }
    return true;
}
