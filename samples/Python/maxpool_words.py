"""Splits texts into words as MaxPoolConvNet's tokenizers do; the page samples/Guides/the-file.md has the rules."""

import unicodedata

WHITE_SPACE = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
APOSTROPHES = "'\u2019\u02bc\uff07"
JOINERS = "\u200c\u200d"

IDEOGRAPHS = (
    (0x3005, 0x3007), (0x3021, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F),
    (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF),
)
SPACELESS = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF), (0xA9E0, 0xA9FF), (0xAA60, 0xAADF),
    (0x11700, 0x1174F),
)
LEFT_OUT = (
    (0x34F, 0x34F), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A), (0x640, 0x640),
    (0x64B, 0x652), (0x656, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x897, 0x89F),
    (0x8CA, 0x8E1), (0x8E3, 0x8FF), (0x17B4, 0x17B5), (0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
)
# Extended_Pictographic of Unicode: what a zero-width joiner may join
PICTOGRAPHS = (
    (0xA9, 0xA9), (0xAE, 0xAE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139), (0x2194, 0x2199), (0x21A9, 0x21AA),
    (0x231A, 0x231B), (0x2328, 0x2328), (0x2388, 0x2388), (0x23CF, 0x23CF), (0x23E9, 0x23F3), (0x23F8, 0x23FA), (0x24C2, 0x24C2),
    (0x25AA, 0x25AB), (0x25B6, 0x25B6), (0x25C0, 0x25C0), (0x25FB, 0x25FE), (0x2600, 0x2605), (0x2607, 0x2612), (0x2614, 0x2685),
    (0x2690, 0x2705), (0x2708, 0x2712), (0x2714, 0x2714), (0x2716, 0x2716), (0x271D, 0x271D), (0x2721, 0x2721), (0x2728, 0x2728),
    (0x2733, 0x2734), (0x2744, 0x2744), (0x2747, 0x2747), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757),
    (0x2763, 0x2767), (0x2795, 0x2797), (0x27A1, 0x27A1), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2934, 0x2935), (0x2B05, 0x2B07),
    (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D), (0x3297, 0x3297), (0x3299, 0x3299),
    (0x1F000, 0x1F0FF), (0x1F10D, 0x1F10F), (0x1F12F, 0x1F12F), (0x1F16C, 0x1F171), (0x1F17E, 0x1F17F), (0x1F18E, 0x1F18E),
    (0x1F191, 0x1F19A), (0x1F1AD, 0x1F1E5), (0x1F201, 0x1F20F), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F), (0x1F232, 0x1F23A),
    (0x1F23C, 0x1F23F), (0x1F249, 0x1F3FA), (0x1F400, 0x1F53D), (0x1F546, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F774, 0x1F77F),
    (0x1F7D5, 0x1F7FF), (0x1F80C, 0x1F80F), (0x1F848, 0x1F84F), (0x1F85A, 0x1F85F), (0x1F888, 0x1F88F), (0x1F8AE, 0x1F8FF),
    (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1FAFF), (0x1FC00, 0x1FFFD),
)
# marks that don't extend the grapheme cluster of a symbol
NO_EXTENSIONS = (
    (0x102B, 0x102C), (0x1038, 0x1038), (0x1062, 0x1064), (0x1067, 0x106D), (0x1083, 0x1083), (0x1087, 0x108C), (0x108F, 0x108F),
    (0x109A, 0x109C), (0x1A61, 0x1A61), (0x1A63, 0x1A64), (0xAA7B, 0xAA7B), (0xAA7D, 0xAA7D), (0x11720, 0x11721),
)
FLAG_LETTERS = ((0x1F1E6, 0x1F1FF),)
VOWELS_BEFORE = ((0xE40, 0xE44), (0xEC0, 0xEC4))


def is_in(ranges, character):
    return any(first <= ord(character) <= last for first, last in ranges)


def is_mark(character):
    return unicodedata.category(character)[0] == "M"


def extends_symbol(character):
    """Whether it has the grapheme cluster break Extend, ZWJ or SpacingMark."""
    if is_mark(character):
        return not is_in(NO_EXTENSIONS, character)
    return character in JOINERS + "\u0e33\u0eb3\uff9e\uff9f" or is_in(((0x1F3FB, 0x1F3FF), (0xE0020, 0xE007F)), character)


def small(character):
    """The small letter of a capital, one for one."""
    letter = character.lower()
    return letter if len(letter) == 1 else character


def usual_width(character):
    """What a full-width or half-width form is a form of."""
    if "\uff01" <= character <= "\uffee":
        kind, *usual = (unicodedata.decomposition(character) or "none").split()
        if kind in ("<wide>", "<narrow>"):
            return chr(int(usual[0], 16))
    return character


class WordRules:
    """Version 2 of the word rules."""

    def __init__(self, lower_case=True):
        self.lower_case = lower_case

    def class_of(self, character):
        if character in APOSTROPHES:
            return "apostrophe"
        if character == "\u200b" or character in WHITE_SPACE:
            return "white space"
        category = unicodedata.category(character)
        if category in ("Lm", "Lo", "Nl") and is_in(IDEOGRAPHS, character):
            return "ideograph"
        if category[0] in "LMN":
            return "syllable" if self.is_syllable_letter(character) else "word"
        if category[0] == "P":
            return "punctuation"
        return {"Cf": "format", "Cs": "surrogate"}.get(category, "symbol")

    def words(self, text):
        words, at = [], 0
        while at < len(text):
            kind = self.class_of(text[at])
            end = self.token_end(text, at, kind)
            if kind not in ("white space", "format"):
                words.append("\ufffd" if kind == "surrogate" else self.word(text[at:end], kind))
            at = end
        return [word for word in words if word]

    def token_end(self, text, at, kind):
        if kind == "word":
            return self.word_end(text, at + 1)
        if kind == "syllable":
            return self.cluster_end(text, at)
        if kind == "ideograph":
            return self.kana_marks_end(text, self.marks_end(text, at + 1))
        if kind in ("punctuation", "apostrophe"):
            end, form = at + 1, self.run_form(text[at])
            while end < len(text) and self.run_form(text[end]) == form:
                end += 1
            return self.marks_end(text, end)
        return self.symbol_end(text, at) if kind == "symbol" else at + 1

    def word(self, token, kind):
        word = self.form(token, keeps_format=kind == "symbol")
        if kind == "symbol":
            return word.rstrip(JOINERS)
        if kind == "word":
            word = word.replace("\u2019", "'").replace("\u02bc", "'")
            if self.lower_case and len(word) > 1 and word[-1] == "σ":
                word = word[:-1] + "ς"
        return word

    def form(self, token, keeps_format=False):
        parts = [part for part in unicodedata.normalize("NFD", token) if not self.is_left_out(part, keeps_format)]
        ordered = unicodedata.normalize("NFD", "".join(self.form_of(part) for part in parts))
        kept, is_dot_of_i = [], False
        for part in ordered:
            if part == "\u0307" and is_dot_of_i:
                continue
            order = unicodedata.combining(part)
            is_dot_of_i = part in "iI" if order == 0 else is_dot_of_i and order < 230
            kept.append(part)
        return unicodedata.normalize("NFC", "".join(kept))

    def form_of(self, character):
        character = "i" if character == "ı" else usual_width(character)
        return small(character) if self.lower_case else character

    def run_form(self, character):
        return self.form(character)

    @staticmethod
    def is_left_out(character, keeps_format):
        return is_in(LEFT_OUT, character) or (not keeps_format and unicodedata.category(character) == "Cf")

    @staticmethod
    def is_syllable_letter(character):
        return is_in(SPACELESS, character) and unicodedata.category(character)[0] == "L"

    @staticmethod
    def marks_end(text, at):
        while at < len(text) and is_mark(text[at]):
            at += 1
        return at

    def kana_marks_end(self, text, end):
        while end < len(text) and text[end] in "\uff9e\uff9f":
            end = self.marks_end(text, end + 1)
        return end

    def word_end(self, text, at):
        end, is_after_apostrophe = at, False
        for at in range(at, len(text)):
            kind = self.class_of(text[at])
            if kind == "apostrophe" and not is_after_apostrophe:
                is_after_apostrophe = True
            elif kind == "word":
                end, is_after_apostrophe = at + 1, False
            elif kind != "format":
                break
        return end

    def cluster_end(self, text, at):
        marks = at + 1
        end = self.marks_end(text, marks)
        is_vowel_before = is_in(VOWELS_BEFORE, text[at])
        while end < len(text) and self.is_syllable_letter(text[end]):
            starts = is_in(VOWELS_BEFORE, text[end])
            belongs = not starts if is_vowel_before else (
                text[end] in "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd"
                or any(stacker in text[marks:end] for stacker in "\u1039\u17d2\u1a60")
                or self.is_silenced(text, end + 1))
            if not belongs:
                break
            is_vowel_before = False
            marks = end + 1
            end = self.marks_end(text, marks)
        return end

    @staticmethod
    def is_silenced(text, at):
        while at < len(text) and unicodedata.combining(text[at]):
            if text[at] == "\u103a":
                return True
            at += 1
        return False

    @staticmethod
    def symbol_end(text, at):
        """The end of the extended grapheme cluster (Unicode Standard Annex 29) of a symbol, without joiners at its end."""
        end, is_flag_letter = at + 1, is_in(FLAG_LETTERS, text[at])
        if end == len(text) or ord(text[end]) < 128 or unicodedata.category(text[at]) in ("Cc", "Zl", "Zp"):
            return end
        if is_flag_letter and is_in(FLAG_LETTERS, text[end]):
            end += 1
        is_picture, is_joiner = is_in(PICTOGRAPHS, text[at]), False
        while end < len(text):
            if is_joiner and is_in(PICTOGRAPHS, text[end]):
                is_picture, is_joiner = True, False
            elif extends_symbol(text[end]):
                is_joiner = is_picture and text[end] == "\u200d"
                is_picture = is_picture and not is_joiner and unicodedata.category(text[end]) != "Mc"
            else:
                break
            end += 1
        return at + max(1, len(text[at:end].rstrip(JOINERS)))


class FirstWordRules(WordRules):
    """Version 1: words in lower case by simple mappings, not normalized; of the scripts without spaces, only Han and kana are split."""

    def class_of(self, character):
        if character in "\u02bc\uff07":
            return "word" if character == "\u02bc" else "punctuation"
        kind = super().class_of(character)
        return "word" if kind == "syllable" else kind

    def kana_marks_end(self, text, end):
        return end

    def run_form(self, character):
        return character

    def word(self, token, kind):
        word = "".join(map(small, token)) if self.lower_case else token
        if kind != "word":
            return word
        return "".join(c for c in word.replace("\u2019", "'") if self.class_of(c) != "format")


def subwords(rules, words, length):
    """The n-grams of words between < and >, each after ~."""
    for word in words:
        marked = f"<{word}>"
        if rules.class_of(word[0]) == "word" and len(marked) > length:
            yield from ("~" + marked[at : at + length] for at in range(len(marked) - length + 1))


def tokenizer(description):
    """The function that splits a text, from the JSON in a model file."""
    if description["type"] == "WhitespaceTokenizer":
        return lambda text: [word for word in "".join(" " if c in WHITE_SPACE else c for c in text).split(" ") if word]
    if description["type"] not in ("WordTokenizer", "SubwordTokenizer"):
        raise ValueError(f"the model has a tokenizer of its own, {description.get('name')}")
    rules = {1: FirstWordRules, 2: WordRules}[description.get("rules", 1)](description["lowerCase"])
    if description["type"] == "WordTokenizer":
        return rules.words
    return lambda text: (words := rules.words(text)) + list(subwords(rules, words, description["length"]))
