-- What a version string says: ext/release/release.h tells the grammar, and each function here is the file of ext/release that its
-- comment names, over the same words. data.sql writes what they read: wmi.word_rows (words.def) and wmi.releases.
--
-- The signs between two pieces are a text that holds each of them once: btrim(gap, ' -') = '' asks whether there are only
-- blanks and dashes. ~ stands for all that makes a version vague, ( for every bracket that opens, | for ;, " for every quote, and
-- E'\x01' for a sign that no version has. E'\x02' marks where a word begins in CamelCase.

-- fold.c: what stands for a character that is not ASCII.
CREATE OR REPLACE FUNCTION wmi.fold_character(letter text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  n CONSTANT integer := ascii(letter);
  odd CONSTANT text := E'\x01';
BEGIN
  IF n BETWEEN x'c0'::integer AND x'17f'::integer THEN
    RETURN substr(E'aaaaaaaceeeeiiiidnoooooxouuuuypsaaaaaaaceeeeiiiidnooooo\x01ouuuuypy'
      'aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll'
      'lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs', n - x'c0'::integer + 1, 1);
  ELSIF n BETWEEN x'ff01'::integer AND x'ff5e'::integer THEN             -- full width
    RETURN lower(chr(n - x'fee0'::integer) COLLATE "C");
  ELSIF n BETWEEN x'400'::integer AND x'42f'::integer THEN               -- Cyrillic capitals
    RETURN chr(n + CASE WHEN n < x'410'::integer THEN x'50'::integer ELSE x'20'::integer END);
  ELSIF n < x'c0'::integer THEN
    RETURN CASE letter
      WHEN U&'\00a0' THEN ' ' WHEN U&'\00a9' THEN '' WHEN U&'\00aa' THEN 'a' WHEN U&'\00ab' THEN '"' WHEN U&'\00ac' THEN '~'
      WHEN U&'\00ad' THEN '' WHEN U&'\00ae' THEN '' WHEN U&'\00b1' THEN '~' WHEN U&'\00b2' THEN '2' WHEN U&'\00b7' THEN '|'
      WHEN U&'\00ba' THEN 'o' WHEN U&'\00bb' THEN '"' ELSE odd END;
  ELSIF n < x'2000'::integer THEN
    RETURN CASE WHEN n BETWEEN x'300'::integer AND x'36f'::integer THEN '' ELSE letter END;
  ELSIF n < x'2c00'::integer THEN
    RETURN CASE
      WHEN n <= x'200a'::integer OR n IN (x'202f'::integer, x'205f'::integer) THEN ' '
      WHEN n <= x'200f'::integer OR n BETWEEN x'202a'::integer AND x'202e'::integer
        OR n BETWEEN x'2060'::integer AND x'2064'::integer OR n = x'2122'::integer THEN ''
      WHEN n <= x'2015'::integer OR n = x'2212'::integer THEN '-'
      WHEN n BETWEEN x'2018'::integer AND x'201f'::integer OR n IN (x'2032'::integer, x'2033'::integer) THEN '"'
      WHEN n = x'2022'::integer THEN '|'
      WHEN n = x'2026'::integer OR n = x'2248'::integer OR n BETWEEN x'2190'::integer AND x'21ff'::integer
        OR n BETWEEN x'2260'::integer AND x'2265'::integer THEN '~'
      ELSE odd END;
  ELSIF n BETWEEN x'3000'::integer AND x'3020'::integer THEN
    RETURN CASE
      WHEN n = x'3000'::integer THEN ' ' WHEN n = x'3001'::integer THEN ',' WHEN n = x'3002'::integer THEN '.'
      WHEN n BETWEEN x'3008'::integer AND x'3011'::integer THEN '"' WHEN n >= x'3012'::integer THEN '~' ELSE letter END;
  ELSIF n BETWEEN x'fe00'::integer AND x'fe0f'::integer OR n = x'feff'::integer THEN
    RETURN '';
  ELSIF n BETWEEN x'd800'::integer AND x'f8ff'::integer OR n BETWEEN x'ff5f'::integer AND x'ffff'::integer OR n >= x'1f000'::integer THEN
    RETURN odd;
  END IF;
  RETURN letter;
END
$wmi$;

-- fold.c: a version as its words are compared.
CREATE OR REPLACE FUNCTION wmi.fold_version(version text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  folded text := translate(version COLLATE "C",
    E'\t\n\x0b\f\r\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f',
    '     ' || repeat(E'\x01', 27));
BEGIN
  folded := lower(regexp_replace(folded, '([a-z])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])', E'\\1\\2\x02', 'g') COLLATE "C");
  IF octet_length(folded) <> length(folded) THEN
    folded := (SELECT string_agg(CASE WHEN ascii(c) < 128 THEN c ELSE wmi.fold_character(c) END, '' ORDER BY i)
      FROM regexp_split_to_table(folded, '') WITH ORDINALITY letters(c, i));
  END IF;
  RETURN folded;
END
$wmi$;

-- piece.c: the set of the signs of a gap.
CREATE OR REPLACE FUNCTION wmi.version_gap(signs text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  kinds text;
  gap text := '';
BEGIN
  IF signs IN ('', ' ', '.', '-') THEN
    RETURN signs;
  END IF;
  kinds := regexp_replace(translate(signs, '^!%[{]};''`', '~~~(())|""'), '[^- ,/+?<>=~*().|:_"&\\]', E'\x01', 'g');
  FOR i IN 1 .. length(kinds) LOOP
    IF strpos(gap, substr(kinds, i, 1)) = 0 THEN
      gap := gap || substr(kinds, i, 1);
    END IF;
  END LOOP;
  RETURN CASE WHEN strpos(signs, '..') > 0 AND strpos(gap, '~') = 0 THEN gap || '~' ELSE gap END;
END
$wmi$;

-- number.c: the value of a row of digits; beyond 32 bits the greatest that they hold.
CREATE OR REPLACE FUNCTION wmi.digits_value(digits text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $wmi$
BEGIN
  RETURN CASE WHEN pg_catalog.length(pg_catalog.ltrim(digits, '0')) OPERATOR(pg_catalog.>) 10 THEN 4294967295
    ELSE LEAST(('0' OPERATOR(pg_catalog.||) pg_catalog.ltrim(digits, '0'))::pg_catalog.int8, 4294967295) END;
END
$wmi$;

-- number.c: had that version of NT that build?
CREATE OR REPLACE FUNCTION wmi.nt_has(major bigint, minor bigint, build bigint) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE
    WHEN major = 10 AND minor = 0 THEN build IN (9200, 9600) OR build BETWEEN 9841 AND 99999
    WHEN major = 6 AND minor = 3 THEN build BETWEEN 9600 AND 99999
    WHEN major = 6 AND minor = 2 THEN build = 9200
    WHEN major = 6 AND minor = 1 THEN build BETWEEN 7600 AND 7601
    WHEN major = 6 AND minor = 0 THEN build BETWEEN 6000 AND 6003
    WHEN major = 5 AND minor = 2 THEN build = 3790
    WHEN major = 5 AND minor = 1 THEN build = 2600
    ELSE false END;
END
$wmi$;

-- number.c: the build of a text of digits and dots, or NULL.
CREATE OR REPLACE FUNCTION wmi.number_build(number text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  part CONSTANT text[] := string_to_array(number, '.');
  first CONSTANT bigint := wmi.digits_value(part[1]);
BEGIN
  RETURN CASE cardinality(part)
    WHEN 1 THEN nullif(nullif(first, 4294967295), 0)
    WHEN 2 THEN CASE WHEN first BETWEEN 7600 AND 99999 THEN first END
    WHEN 3 THEN CASE WHEN wmi.nt_has(first, wmi.digits_value(part[2]), wmi.digits_value(part[3])) THEN wmi.digits_value(part[3]) END
    WHEN 4 THEN CASE WHEN wmi.nt_has(first, wmi.digits_value(part[2]), wmi.digits_value(part[3])) THEN wmi.digits_value(part[3]) END
    END;
END
$wmi$;

-- piece.c: cuts the folded text into pieces, of which the one before the first and those behind the last are of kind 'end'. NULL
-- where there are too many.
CREATE OR REPLACE FUNCTION wmi.cut_version(folded text) RETURNS wmi.version_piece[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  pieces wmi.version_piece[] := ARRAY[]::wmi.version_piece[];
  piece wmi.version_piece;
  n integer := 0;                      -- pieces so far
  at integer := 1;
  stamped CONSTANT boolean := folded ~ '\.[0-9]{6}[-.][0-9]{4}';
  mark CONSTANT text := E'\x02';
  rest text;
  run text;
  digits text;
BEGIN
  pieces[0] := ROW('end', '', false, false, '', ARRAY[0, 0, 0, 0], 0, 0, '', 0, 0)::wmi.version_piece;
  LOOP
    rest := substr(folded, at);
    run := substring(rest FROM '^[\u0001\u0003-\u002f\u003a-\u0060\u007b-\u007f]*');
    at := at + length(run);
    rest := substr(rest, length(run) + 1);
    piece := ROW('end', '', false, false, wmi.version_gap(run), ARRAY[0, 0, 0, 0], 0, 0, '', at, at)::wmi.version_piece;
    IF n > 0 AND left(run, 1) = '+' THEN
      pieces[n].plus := true;
    END IF;
    EXIT WHEN rest = '';
    IF n = 256 THEN
      RETURN NULL;
    END IF;
    n := n + 1;

    -- A label of the registry or of a file, '26100.1.amd64fre.ge_release.240331-1435'.
    IF stamped AND (n = 1 OR btrim(piece.gap, '._-') <> '') THEN
      run := replace(substring(rest FROM '^[\u0002a-z0-9._\u0080-\U0010ffff-]*'), mark, '');
      IF run ~ '\.[0-9]{6}[-.][0-9]{4}' AND (left(run, 8) = 'winbuild' OR strpos(run, '_') > 0) THEN
        piece.kind := 'branch';
        IF run ~ '^[0-9]' THEN
          digits := substring(run FROM '^[0-9]+(?:\.[0-9]+)*');
          piece.part[1] := wmi.digits_value(split_part(digits, '.', 1));
          IF cardinality(string_to_array(digits, '.')) >= 3 AND wmi.nt_has(piece.part[1], wmi.digits_value(split_part(digits, '.', 2)),
              wmi.digits_value(split_part(digits, '.', 3))) THEN
            piece.part[1] := wmi.digits_value(split_part(digits, '.', 3));
            piece.kind := 'label';
          ELSIF cardinality(string_to_array(digits, '.')) <= 3 AND piece.part[1] BETWEEN 7600 AND 99999 THEN
            piece.kind := 'label';
          ELSE
            piece.kind := 'end';
          END IF;
        END IF;
      END IF;
    END IF;

    IF piece.kind <> 'end' THEN
      piece.said := run;
      at := at + length(substring(rest FROM '^[\u0002a-z0-9._\u0080-\U0010ffff-]*'));
    ELSIF rest ~ '^[0-9]' THEN
      run := substring(rest FROM '^[0-9]+(?:\.[0-9]+)*');
      piece.kind := 'number';
      piece.said := run;
      piece.count := least(cardinality(string_to_array(run, '.')), 5);
      piece.digits := length(split_part(run, '.', 1));
      piece.part := ARRAY[wmi.digits_value(split_part(run, '.', 1)), wmi.digits_value(split_part(run, '.', 2)),
        wmi.digits_value(split_part(run, '.', 3)), wmi.digits_value(split_part(run, '.', 4))];
      at := at + length(run);
    ELSE
      piece.kind := 'word';
      IF ascii(rest) BETWEEN x'3000'::integer AND x'ffff'::integer THEN  -- ideographs take no blank between words
        run := substring(rest FROM '^[\u0080-\U0010ffff]+');
        piece.said := run;
        FOR size IN REVERSE length(run) .. 1 LOOP
          IF octet_length(left(run, size)) <= 48 AND wmi.word_rows(left(run, size)) ->> '' IS NOT NULL THEN
            piece.said := left(run, size);
            EXIT;
          END IF;
        END LOOP;
        at := at + length(piece.said);
      ELSE
        run := substring(rest FROM '^[\u0002a-z\u0080-\u2fff\U00010000-\U0010ffff]+');
        piece.said := replace(run, mark, '');
        IF strpos(run, mark) > 0 AND wmi.word_rows(piece.said) ->> '' IS NULL THEN
          piece.said := split_part(run, mark, 1);
          at := at + 1;                -- the mark
          run := piece.said;
        END IF;
        at := at + length(run);
      END IF;
    END IF;
    piece.behind := at;
    pieces[n] := piece;
  END LOOP;
  FOR i IN 1 .. 4 LOOP
    pieces[n + i] := piece;
  END LOOP;
  RETURN pieces;
END
$wmi$;

-- piece.c: joins '22', 'H' and '2', and the words of the longest row.
CREATE OR REPLACE FUNCTION wmi.join_pieces(pieces wmi.version_piece[], folded text) RETURNS wmi.version_piece[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  joined wmi.version_piece[] := ARRAY[]::wmi.version_piece[];
  count CONSTANT integer := array_upper(pieces, 1) - 4;
  piece wmi.version_piece;
  rows jsonb;
  row text;
  n integer := 0;
  i integer := 1;
  last integer;
BEGIN
  joined[0] := pieces[0];
  WHILE i <= count LOOP
    piece := pieces[i];
    last := i;
    IF piece.kind = 'number' THEN
      IF piece.count = 1 AND piece.digits = 2 AND i + 2 <= count AND pieces[i + 1].said = 'h' AND pieces[i + 1].gap = ''
          AND pieces[i + 2].kind = 'number' AND pieces[i + 2].count = 1 AND pieces[i + 2].digits = 1 AND pieces[i + 2].gap = ''
          AND pieces[i + 2].part[1] BETWEEN 1 AND 2 THEN
        piece.kind := 'version';
        last := i + 2;
      END IF;
    ELSIF piece.kind = 'word' THEN
      rows := wmi.word_rows(piece.said);
      piece.word := coalesce(rows ->> '', '');
      IF rows IS NOT NULL AND rows - '' <> '{}' THEN
        row := '';
        FOR k IN i + 1 .. count LOOP
          EXIT WHEN pieces[k].kind <> 'word' OR btrim(pieces[k].gap, ' -_./"') <> '' OR length(row) > 255;
          row := row || CASE row WHEN '' THEN '' ELSE ' ' END || pieces[k].said;
          IF rows ? row THEN
            piece.word := rows ->> row;
            last := k;
          END IF;
        END LOOP;
      END IF;
    END IF;
    IF last > i THEN
      piece.behind := pieces[last].behind;
      piece.said := replace(substr(folded, piece.start, piece.behind - piece.start), E'\x02', '');
      piece.plus := pieces[last].plus;
    END IF;
    n := n + 1;
    joined[n] := piece;
    i := last + 1;
  END LOOP;
  FOR k IN 1 .. 4 LOOP
    joined[n + k] := pieces[count + 1];
  END LOOP;
  RETURN joined;
END
$wmi$;

-- claim.c: how many pieces from i on are a date or a time, or 0.
CREATE OR REPLACE FUNCTION wmi.date_pieces(pieces wmi.version_piece[], i integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  first CONSTANT wmi.version_piece := pieces[i];
  second CONSTANT wmi.version_piece := pieces[i + 1];
  third CONSTANT wmi.version_piece := pieces[i + 2];
  before CONSTANT wmi.version_piece := pieces[i - 1];
  a CONSTANT bigint := first.part[1];
  b CONSTANT bigint := CASE WHEN second.kind = 'number' AND second.count = 1 AND NOT second.claimed THEN second.part[1] ELSE -1 END;
  c CONSTANT bigint := CASE WHEN third.kind = 'number' AND third.count = 1 AND NOT third.claimed THEN third.part[1] ELSE -1 END;
  day CONSTANT boolean := first.kind = 'number' AND first.count = 1 AND NOT first.claimed AND a BETWEEN 1 AND 31;
  at integer;
BEGIN
  -- '20231011', '2023.10.11', '11.10.2023'.
  IF first.kind = 'number' AND NOT first.claimed THEN
    IF first.count = 1 AND first.digits = 8 THEN
      IF a / 10000 BETWEEN 1990 AND 2099 AND a / 100 % 100 BETWEEN 1 AND 12 AND a % 100 BETWEEN 1 AND 31 THEN
        RETURN 1;
      END IF;
    ELSIF first.count = 3 AND first.part[2] BETWEEN 1 AND 31 AND (
        (a BETWEEN 1990 AND 2099 AND first.part[2] <= 12 AND first.part[3] BETWEEN 1 AND 31)
        OR (a BETWEEN 1 AND 31 AND first.part[3] BETWEEN 1990 AND 2099)) THEN
      RETURN 1;
    END IF;
  END IF;

  -- '2023-10-11', '2023-10', '11/10/2023'; not 2016/2019/10.
  IF second.gap IN ('-', '/') AND NOT (i > 1 AND before.kind = 'number' AND btrim(first.gap, '-/.') = '') THEN
    IF first.kind = 'number' AND first.count = 1 AND NOT first.claimed AND first.digits = 4 AND a BETWEEN 1990 AND 2099
        AND b BETWEEN 1 AND 12 AND second.digits = 2 THEN
      IF third.gap = second.gap AND c BETWEEN 1 AND 31 THEN
        RETURN 3;
      ELSIF second.gap = '-' THEN
        RETURN 2;
      END IF;
    ELSIF third.gap = second.gap AND day AND b BETWEEN 1 AND 31 AND third.digits = 4 AND c BETWEEN 1990 AND 2099 THEN
      RETURN 3;
    END IF;
  END IF;

  -- 'Oct 11 2023', '11. Oktober 2023', 'October 2023', '11-Oct-2023'; not '10 May 2019 Update'.
  at := i;
  IF day AND second.word = 'MONTH' AND before.word <> 'WINDOWS' THEN
    at := i + 1;
  END IF;
  IF pieces[at].word = 'MONTH' THEN
    at := at + 1;
    IF at = i + 1 AND b BETWEEN 1 AND 31 THEN
      at := at + 1;
    END IF;
    IF pieces[at].kind = 'number' AND pieces[at].count = 1 AND NOT pieces[at].claimed AND pieces[at].digits = 4
        AND pieces[at].part[1] BETWEEN 1990 AND 2099 THEN
      RETURN at + 1 - i;
    END IF;
  END IF;

  -- '17:29', '17:29:27'.
  IF first.kind = 'number' AND first.count = 1 AND NOT first.claimed AND a <= 23 AND first.digits <= 2
      AND second.gap = ':' AND b BETWEEN 0 AND 59 AND second.digits = 2 THEN
    RETURN CASE WHEN third.gap = ':' AND c BETWEEN 0 AND 59 AND third.digits = 2 THEN 3 ELSE 2 END;
  END IF;
  RETURN 0;
END
$wmi$;

-- claim.c: marks the numbers that belong to their neighbours. NULL when a word lacks the number that it needs.
CREATE OR REPLACE FUNCTION wmi.claim_numbers(pieces wmi.version_piece[]) RETURNS wmi.version_piece[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  count CONSTANT integer := array_upper(pieces, 1) - 4;
  piece wmi.version_piece;
  next wmi.version_piece;
  size integer;
  i integer := 1;
BEGIN
  WHILE i <= count LOOP
    size := 0;
    IF pieces[i].kind = 'number' OR pieces[i].word = 'MONTH' THEN
      size := wmi.date_pieces(pieces, i);
      FOR k IN i .. i + size - 1 LOOP
        pieces[k].claimed := true;
      END LOOP;
    END IF;
    i := i + greatest(size, 1);
  END LOOP;

  FOR i IN 1 .. count LOOP
    piece := pieces[i];
    IF piece.kind = 'number' THEN
      IF piece.count = 1 AND piece.part[1] IN (32, 64, 86) THEN
        pieces[i].claimed := true;
      END IF;
    ELSIF piece.word = 'UNIT' THEN                                       -- 8 GB
      IF btrim(piece.gap, ' -_') = '' AND pieces[i - 1].kind = 'number' AND NOT pieces[i - 1].plus THEN
        pieces[i - 1].claimed := true;
      END IF;
    ELSIF piece.word IN ('TAKES', 'MINOR', 'EVENT', 'ARCH') THEN         -- KB5031361, Update 1, installed 2019, i686
      next := pieces[i + 1];
      IF next.kind = 'number' AND btrim(next.gap, ' :="(_-.') = '' AND (CASE piece.word
          WHEN 'MINOR' THEN next.count = 1 AND next.digits = 1
          WHEN 'ARCH' THEN next.gap = '' AND next.count = 1 AND next.part[1] IN (32, 64, 86, 386, 486, 586, 686)
          WHEN 'EVENT' THEN next.count = 1 AND NOT next.claimed AND next.digits = 4 AND next.part[1] BETWEEN 1990 AND 2099
          ELSE true END) THEN
        pieces[i + 1].claimed := true;
      ELSIF piece.word = 'EVENT' AND NOT next.claimed THEN
        RETURN NULL;
      END IF;
    END IF;
  END LOOP;
  RETURN pieces;
END
$wmi$;

-- name.c: the build that a name means, and what a name allows.
CREATE OR REPLACE FUNCTION wmi.product_name(product wmi.version_product) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE
    WHEN product.number = 0 OR product.family = 'stack' THEN ''
    WHEN product.family = 'server' THEN 'Windows Server ' || product.number || CASE WHEN product.r2 THEN ' R2' ELSE '' END
    WHEN product.number = 81 THEN 'Windows 8.1'
    ELSE 'Windows ' || product.number END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.has_product(client text, server text, product wmi.version_product) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  name CONSTANT text := wmi.product_name(product);
BEGIN
  RETURN CASE
    WHEN product.family = 'stack' THEN server = 'Azure Stack HCI'
    WHEN name <> '' THEN CASE product.family WHEN 'server' THEN server ELSE client END = name
    ELSE product.family = 'client' OR left(server, 14) = 'Windows Server' END;
END
$wmi$;

-- Is a release of that version; and of that service pack, where it is one of a service pack?
CREATE OR REPLACE FUNCTION wmi.has_version(release text, version text, pack bigint) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  rest CONSTANT text := substr(release, length(split_part(release, ' ', 1)) + 1);
BEGIN
  RETURN (left(rest, 3) <> ' SP' OR rest = ' SP' || pack) AND (version = '' OR lower(split_part(release, ' ', 1) COLLATE "C") = version);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.servicing_version(client bigint, year bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE client
    WHEN 10 THEN CASE year WHEN 2015 THEN '1507' WHEN 2016 THEN '1607' WHEN 2019 THEN '1809' WHEN 2021 THEN '21h2' END
    WHEN 11 THEN CASE year WHEN 2024 THEN '24h2' END END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.name_build(product wmi.version_product, version text, pack bigint, servicing boolean) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  release record;
BEGIN
  IF version = '2009' AND product.family = 'client' AND product.number = 10 THEN   -- where the registry's ReleaseId stands still
    version := '20h2';
  ELSIF version = '2009' AND product.family = 'server' THEN
    IF product.number < 2022 THEN
      RETURN NULL;
    END IF;
    version := '';
  END IF;
  IF product.family = 'client' AND (pack > 0 AND product.number >= 8
      OR servicing AND NOT (product.number = 10 AND version IN ('1507', '1607', '1809', '21h2') OR product.number = 11 AND version = '24h2')) THEN
    RETURN NULL;
  END IF;
  SELECT count(*) AS count, max(r.build) AS build INTO release FROM wmi.releases() r
  WHERE wmi.has_product(r.client, r.server, product) AND wmi.has_version(r.version, name_build.version, pack);
  RETURN CASE WHEN release.count = 1 THEN release.build END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.name_has_version(version text, build bigint, is_label boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  IF version = '2009' THEN
    RETURN build >= 19041;
  END IF;
  RETURN EXISTS (SELECT FROM wmi.releases() r WHERE lower(split_part(r.version, ' ', 1) COLLATE "C") = name_has_version.version
    AND (r.build = name_has_version.build OR is_label AND r.core = name_has_version.build));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.name_allows(product wmi.version_product, version text, build bigint) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  release record;
BEGIN
  IF product.family = 'client' AND product.number BETWEEN 10 AND 80 THEN
    RETURN build >= CASE product.number WHEN 10 THEN 9841 ELSE 22000 END;
  ELSIF product.number = 0
      OR product.family = 'client' AND product.number = 7 AND build BETWEEN 7600 AND 7601
      OR product.family <> 'client' AND product.number = 2008
        AND (CASE WHEN product.r2 THEN build BETWEEN 7600 AND 7601 ELSE build BETWEEN 6001 AND 6003 END) THEN
    RETURN true;
  END IF;
  SELECT * INTO release FROM wmi.releases() r WHERE r.build = name_allows.build;
  RETURN FOUND AND (product.family = 'server' AND version <> '' AND release.server <> '' AND wmi.has_version(release.version, version, 0)
    OR wmi.has_product(release.client, release.server, product));
END
$wmi$;

-- answer.c: the build of the one name that is said, or NULL.
CREATE OR REPLACE FUNCTION wmi.said_version(s wmi.version_sentence) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  by_year text;
BEGIN
  IF s.year = 0 THEN
    RETURN s.version;
  END IF;
  by_year := CASE WHEN s.servicing THEN wmi.servicing_version(s.products[cardinality(s.products)].number, s.year) END;
  RETURN CASE WHEN s.version IN ('', by_year) THEN by_year END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.named_build(s wmi.version_sentence) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  version text := wmi.said_version(s);
  product wmi.version_product := ROW('client', 0, false)::wmi.version_product;
  build bigint;
BEGIN
  IF s.preview OR s.vague OR s.bare OR NOT s.is_windows OR s.unknown > 0 OR s.stray > 0 OR s.major > 0 OR version IS NULL THEN
    RETURN NULL;
  END IF;
  IF cardinality(s.products) = 0 THEN
    IF NOT s.nt_names OR version <> '' THEN
      RETURN NULL;
    END IF;
    version := s.nt_major || '.' || s.nt_minor;
  ELSE
    product := s.products[1];
    FOR i IN 2 .. cardinality(s.products) LOOP
      IF s.products[i] <> product THEN
        RETURN NULL;
      END IF;
    END LOOP;
  END IF;
  build := wmi.name_build(product, version, s.pack, s.servicing);
  RETURN CASE WHEN s.nt_major = 0 OR wmi.nt_has(s.nt_major, s.nt_minor, build) THEN build END;
END
$wmi$;

-- answer.c: the build that the sentence says, or NULL.
CREATE OR REPLACE FUNCTION wmi.sentence_build(s wmi.version_sentence) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  is_whole CONSTANT boolean := s.unknown = 0 AND s.stray = 0;
  build bigint := s.strong;
  is_label boolean := s.strong_label;
  version text;
BEGIN
  IF s.nothing THEN
    RETURN NULL;
  ELSIF s.strong = 0 AND s.weak = 0 THEN
    RETURN wmi.named_build(s);
  ELSIF s.strong <> 0 THEN
    IF NOT s.is_windows AND (NOT is_whole OR s.has_other) THEN
      RETURN NULL;
    ELSIF s.weak <> 0 AND s.weak <> s.strong THEN
      IF NOT s.strong_label OR NOT EXISTS (SELECT FROM wmi.releases() r WHERE r.build = s.weak AND r.core = s.strong) THEN
        RETURN NULL;
      END IF;
      build := s.weak;
      is_label := s.weak_label;
    END IF;
  ELSE
    IF NOT is_whole OR (s.year <> 0 AND NOT s.servicing)
        OR (NOT s.is_windows AND (s.has_other OR s.major > 0 OR (s.has_words AND NOT s.has_version)))
        OR (s.in_fields AND wmi.named_build(s) IS DISTINCT FROM s.weak) THEN
      RETURN NULL;
    END IF;
    build := s.weak;
    is_label := s.weak_label;
  END IF;

  -- Does nothing that is said by name contradict it?
  IF s.nt_major <> 0 AND NOT wmi.nt_has(s.nt_major, s.nt_minor, build) THEN
    RETURN NULL;
  ELSIF NOT s.preview THEN
    version := coalesce(wmi.said_version(s), s.version);
    IF version <> '' AND NOT wmi.name_has_version(version, build, is_label) THEN
      RETURN NULL;
    END IF;
    FOR i IN 1 .. cardinality(s.products) LOOP
      IF NOT wmi.name_allows(s.products[i], version, build) THEN
        RETURN NULL;
      END IF;
    END LOOP;
  END IF;
  RETURN build;
END
$wmi$;

-- sentence.c, reading.c, reading_word.c, reading_number.c: reads the pieces, whose numbers have been claimed.
CREATE OR REPLACE FUNCTION wmi.read_version(pieces wmi.version_piece[]) RETURNS wmi.version_sentence
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  s wmi.version_sentence := ROW(ARRAY[]::wmi.version_product[], '', 0, 0, 0, false, 0, 0, false, false, 0, false, 0, false,
    false, false, false, false, false, false, false, false, false, 0, 0, 0)::wmi.version_sentence;
  count CONSTANT integer := array_upper(pieces, 1) - 4;
  at integer := 0;
  piece wmi.version_piece;
  before wmi.version_piece;
  next wmi.version_piece;

  -- Where reading stands.
  head text := '';                     -- windows, server, bare, stack, hyper-v, other: the last product that was begun
  awaits boolean := false;             -- its number may follow
  is_open boolean := false;            -- R2 may follow
  number_at integer := 1000;           -- the piece of its number, or of what else was read last for it
  strong_major bigint := 0;            -- the version of NT that the strong clue came with
  strong_minor bigint := 0;
  less boolean := false;
  greater boolean := false;

  -- What a piece comes to.
  started text;                        -- a head
  family text;                         -- a product
  number bigint;
  stays_open boolean;
  version text;
  is_number boolean;
  strong bigint;
  weak bigint;
  is_label boolean;
  core boolean;
  old bigint;
  old_label boolean;
  known boolean;
  last wmi.version_product;
  has_last boolean;
  lone boolean;
  loose boolean;
  behind boolean;
  ahead integer;
BEGIN
  FOR i IN 1 .. count + 1 LOOP
    less := less OR strpos(pieces[i].gap, '<') > 0;
    greater := greater OR strpos(pieces[i].gap, '>') > 0;
  END LOOP;
  s.nothing := less <> greater;                                          -- '<X64>' has both signs, '> 10' has one

  LOOP
    at := at + 1;
    piece := pieces[at];
    before := pieces[at - 1];
    next := pieces[at + 1];
    is_number := piece.kind IN ('number', 'version');

    -- What the signs before the piece say: '>= 10', 'Windows Server 2019?'.
    IF piece.gap NOT IN ('', ' ') OR before.plus THEN
      s.unknown := s.unknown + (strpos(piece.gap, E'\x01') > 0)::integer;
      s.nothing := s.nothing OR piece.gap ~ '~' OR (piece.gap ~ '[*]' AND piece.gap !~ '[:.]')
        OR (at = 1 AND piece.gap ~ '[-+.]' AND is_number)
        OR (is_number AND piece.gap ~ '<' AND piece.gap !~ '>')
        OR (is_number AND piece.gap ~ '[<>]' AND piece.gap ~ '=')
        OR (piece.gap ~ '>' AND piece.gap ~ '[-=]' AND piece.gap !~ '<');
      IF strpos(piece.gap, '?') > 0 THEN
        s.vague := true;
        s.nothing := s.nothing OR (before.kind = 'number' AND (s.strong <> 0 OR s.weak <> 0));
      END IF;
      IF before.plus AND (before.kind = 'word' OR NOT (before.kind = 'number' AND s.vague AND number_at + 1 = at)) THEN
        s.nothing := true;
      END IF;
    END IF;
    EXIT WHEN at > count;

    started := NULL;
    family := NULL;
    stays_open := true;
    version := NULL;
    strong := 0;
    weak := 0;
    is_label := false;
    has_last := cardinality(s.products) > 0;
    last := CASE WHEN has_last THEN s.products[cardinality(s.products)] ELSE ROW('', 0, false)::wmi.version_product END;

    IF piece.kind = 'word' THEN
      s.has_words := true;
      CASE piece.word
      WHEN '' THEN
        s.unknown := s.unknown + 1;
        is_open := false;
        awaits := false;
      WHEN 'WINDOWS' THEN
        started := 'windows';
      WHEN 'SYSTEM_SERVER' THEN
        started := 'server';
      WHEN 'STACK' THEN
        started := 'stack';
      WHEN 'HYPER_V' THEN
        started := CASE WHEN NOT s.is_windows THEN 'hyper-v' END;
      WHEN 'CORE' THEN
        started := CASE WHEN s.is_windows THEN 'server' ELSE 'bare' END;
      WHEN 'PRODUCT' THEN                                                  -- 'Windows 2016 Office' may mean Office 2016
        s.vague := s.vague OR (head = 'windows' AND number_at + 1 = at AND last.family = 'server');
        started := 'other';
      WHEN 'OLD' THEN
        IF head = 'windows' AND awaits THEN
          family := 'client';
          number := 1;
        ELSE
          s.unknown := s.unknown + 1;
        END IF;
      WHEN 'SERVER' THEN
        IF awaits AND head IN ('windows', 'hyper-v', 'server') THEN
          started := 'server';
        ELSIF (awaits AND head = 'other') OR (last.family = 'server' AND is_open) THEN
          NULL;
        ELSIF has_last AND is_open AND piece.gap = '' THEN               -- windows8Server
          s.vague := true;
        ELSE
          started := 'bare';
        END IF;
      WHEN 'NT' THEN
        s.is_windows := true;
        s.has_nt := true;
      WHEN 'RELEASE' THEN                                                -- 'R' with the 2 behind it
        IF next.kind <> 'number' OR next.count <> 1 OR next.claimed OR next.digits <> 1 OR btrim(next.gap, ' .') <> '' THEN
          s.vague := s.vague OR (octet_length(piece.said) = 1 AND is_open AND strpos(next.gap, ')') = 0);
        ELSE
          behind := number_at + 1 = at;
          loose := piece.gap = '' OR (btrim(piece.gap, ' ,()') = '' AND pieces[at + 2].gap !~ '[-_.]');
          lone := btrim(piece.gap, ' ,(-_:.') = '';
          at := at + 1;
          IF head = 'other' AND behind AND NOT awaits AND lone THEN
            number_at := at;
          ELSIF head <> 'other' AND last.family = 'server' AND NOT last.r2 AND is_open AND next.part[1] = 2
              AND (CASE WHEN behind THEN lone ELSE loose END) THEN
            s.products[cardinality(s.products)].r2 := true;
          ELSE
            s.stray := s.stray + 1;
          END IF;
        END IF;
      WHEN 'SERVICING' THEN
        s.servicing := s.servicing OR head <> 'other';
      WHEN 'PACK' THEN
        IF next.kind = 'number' AND next.count = 1 AND NOT next.claimed AND next.digits = 1 THEN
          s.pack := CASE WHEN s.packs > 0 AND s.pack <> next.part[1] THEN 0 ELSE next.part[1] END;
          s.packs := s.packs + 1;
          at := at + 1;
        END IF;
      WHEN 'ALIAS' THEN
        version := piece.said;
      WHEN 'ARCH' THEN                                                   -- a lone x is none, but for that of 10.0.17763.x
        s.unknown := s.unknown
          + (octet_length(piece.said) = 1 AND piece.gap <> '.' AND (next.kind <> 'number' OR next.gap <> ''))::integer;
      WHEN 'EDITION' THEN
        NULL;
      WHEN 'BUILD', 'VERSION' THEN
        s.has_version := true;
        is_open := false;
      WHEN 'TAKES', 'MINOR', 'UNIT', 'EVENT', 'MONTH', 'WORD', 'LINK' THEN
        is_open := false;
        awaits := awaits AND head = 'other';
      WHEN 'SYSTEM', 'RANGE' THEN
        s.nothing := true;
      WHEN 'PREVIEW' THEN
        s.preview := true;
      END CASE;
      IF started IS NOT NULL THEN
        head := started;
        awaits := true;
        is_open := false;
        s.is_windows := s.is_windows OR head NOT IN ('other', 'bare');
        s.has_other := s.has_other OR head = 'other';
      END IF;

    ELSIF piece.kind = 'version' THEN
      version := piece.said;

    ELSIF piece.kind = 'label' THEN
      strong := piece.part[1];
      is_label := true;

    ELSIF piece.kind = 'number' AND NOT piece.claimed THEN
      known := piece.count >= 2 AND (piece.part[1], piece.part[2]) IN ((10, 0), (6, 3), (6, 2), (6, 1), (6, 0), (5, 2), (5, 1));

      -- The number of the product that is awaited: 10, 8.1, 2019.
      number := 0;
      IF awaits AND piece.count = 1 AND piece.digits = 4 AND head <> 'stack' THEN
        IF (head <> 'windows' OR before.word IN ('WINDOWS', 'VERSION')) AND (piece.part[1] IN (2000, 2003, 2008) OR EXISTS (
            SELECT FROM wmi.releases() r WHERE r.server = 'Windows Server ' || piece.part[1])) THEN
          number := piece.part[1];
        END IF;
      ELSIF awaits AND head = 'windows' AND piece.count = 2 THEN
        number := CASE WHEN piece.said = '8.1' THEN 81 ELSE 0 END;
      ELSIF awaits AND head = 'windows' AND piece.count = 1 AND piece.digits <= 2
          AND NOT (piece.part[1] < 10 AND piece.gap ~ '[,|]') THEN                          -- Windows, 8 cores
        IF piece.part[1] = 8 AND next.kind = 'number' AND next.count = 1 AND NOT next.claimed AND next.digits = 1 AND next.part[1] = 1
            AND next.gap IN (',', '-', '_') AND (pieces[at + 2].gap <> '' OR pieces[at + 2].kind = 'end') THEN         -- 8,1
          number := 81;
        ELSIF piece.part[1] IN (7, 8, 10, 11) THEN
          number := piece.part[1];
        END IF;
      END IF;

      IF before.word = 'BUILD' AND head <> 'other' AND piece.count <= 2 AND piece.part[1] BETWEEN 7600 AND 99999 THEN  -- Build 26100
        IF at >= 3 AND pieces[at - 2].kind = 'word' AND pieces[at - 2].word = '' THEN
          weak := piece.part[1];
        ELSE
          strong := piece.part[1];
        END IF;
        awaits := false;
      ELSIF head = 'other' AND (awaits OR piece.count >= 2) THEN         -- another product's
        number_at := CASE WHEN awaits THEN at ELSE number_at END;
        awaits := false;
      ELSIF number <> 0 THEN
        at := at + (number = 81 AND piece.count = 1)::integer;
        number_at := at;
        IF pieces[at].plus THEN                                          -- 'Windows 2016+'
          s.vague := true;
          awaits := false;
        ELSE
          family := CASE WHEN number >= 2000 THEN 'server' ELSE 'client' END;
          s.bare := s.bare OR head = 'bare';
        END IF;
      ELSIF known AND piece.count BETWEEN 3 AND 4 AND wmi.nt_has(piece.part[1], piece.part[2], piece.part[3]) THEN
        strong_major := piece.part[1];
        strong_minor := piece.part[2];
        strong := piece.part[3];
        IF next.kind = 'number' AND next.count = 1 AND NOT next.claimed AND next.gap = '(' THEN      -- 10.0.17763(5458)
          at := at + 1;
        END IF;
        awaits := false;
      ELSIF known AND piece.count = 2 THEN                               -- 10.0; the build behind it, '10.0 <X64> (Build 26100: )'
        s.nt_names := s.nt_names OR (s.has_nt AND before.word IN ('NT', 'SERVER', 'EDITION'));
        ahead := at + 1;
        WHILE pieces[ahead].word IN ('ARCH', 'BUILD')
            OR (pieces[ahead].kind = 'number' AND pieces[ahead].claimed AND pieces[ahead].count = 1 AND pieces[ahead].digits = 2) LOOP
          ahead := ahead + 1;
        END LOOP;
        IF pieces[ahead].kind = 'number' AND NOT pieces[ahead].claimed AND pieces[ahead].count <= 2
            AND wmi.nt_has(piece.part[1], piece.part[2], pieces[ahead].part[1]) AND pieces[ahead].gap !~ '[/?.]' THEN
          at := ahead;
          strong_major := piece.part[1];
          strong_minor := piece.part[2];
          strong := pieces[ahead].part[1];
        ELSIF s.nt_major <> 0 AND (s.nt_major, s.nt_minor) <> (piece.part[1], piece.part[2]) THEN
          s.nothing := true;
        ELSE
          s.nt_major := piece.part[1];
          s.nt_minor := piece.part[2];
        END IF;
      ELSIF piece.count = 1 AND piece.digits = 4 AND (piece.said = '2009' OR EXISTS (
          SELECT FROM wmi.releases() r WHERE lower(r.version COLLATE "C") = piece.said)) THEN
        version := piece.said;
      ELSIF piece.count = 1 AND piece.part[1] BETWEEN 2000 AND 2099 AND last.family = 'client' AND s.year = 0 AND head = 'windows' THEN
        s.year := piece.part[1];
      ELSE
        -- A build by its form, beside nothing that says so: '(26100)', '26100.4652', a lone 26100.
        behind := strpos(piece.gap, '(') > 0 AND strpos(next.gap, ')') > 0;                 -- it is enclosed
        lone := piece.count = 1 AND NOT behind AND before.word <> 'VERSION';
        IF piece.part[1] BETWEEN 7600 AND 99999
            AND (piece.count <= 2 OR piece.count = 3 AND piece.part[3] BETWEEN 100000 AND 999999)
            AND strpos(piece.gap, '.') = 0
            AND (behind AND piece.count <= 2 AND head = 'windows' OR EXISTS (SELECT FROM wmi.releases() r WHERE r.build = piece.part[1]))
            AND NOT (lone AND next.kind = 'word' AND next.gap = '')      -- 10240x768
            AND NOT (lone AND before.kind = 'word' AND piece.gap = '')      -- x26100
            AND NOT (lone AND before.kind = 'word' AND before.word IN ('LINK', '', 'TAKES')) THEN
          IF NOT lone OR strong_major = 0 OR wmi.nt_has(strong_major, strong_minor, piece.part[1]) THEN   -- 6.1 (7601) 10240
            weak := piece.part[1];
            s.in_fields := s.in_fields OR (lone AND s.strong = 0 AND (piece.gap || next.gap) ~ '[,|]');
          END IF;
        ELSIF piece.count = 1 AND head = '' AND piece.part[1] IN (10, 11) THEN
          s.major := s.major + 1;
        ELSE
          s.stray := s.stray + 1;
        END IF;
      END IF;
    END IF;

    -- '22H2', '1809', and other names of a version. The product's number may be this.
    IF version IS NOT NULL THEN
      IF head = 'other' THEN
        s.stray := s.stray + 1;
      ELSE
        version := CASE version WHEN '19h1' THEN '1903' WHEN '19h2' THEN '1909' WHEN '20h1' THEN '2004' WHEN 'anniversary update' THEN '1607'
          WHEN 'creators update' THEN '1703' WHEN 'fall creators update' THEN '1709' ELSE left(version, 7) END;
        s.nothing := s.nothing OR (s.version <> '' AND s.version <> version);
        s.version := version;
        IF awaits AND head <> 'hyper-v' THEN
          family := CASE head WHEN 'windows' THEN 'client' WHEN 'stack' THEN 'stack' ELSE 'server' END;
          number := 0;
          stays_open := false;
          s.bare := s.bare OR head = 'bare';
        END IF;
      END IF;
    END IF;

    IF family IS NOT NULL THEN
      awaits := false;
      is_open := stays_open;
      IF cardinality(s.products) = 8 THEN
        s.nothing := true;
      ELSE
        s.products := array_append(s.products, ROW(family, number, false)::wmi.version_product);
      END IF;
    END IF;

    -- A clue: of two that differ, a label tells the core and the other the build.
    IF strong <> 0 OR weak <> 0 THEN
      old := CASE WHEN strong <> 0 THEN s.strong ELSE s.weak END;
      old_label := CASE WHEN strong <> 0 THEN s.strong_label ELSE s.weak_label END;
      number := strong + weak;
      IF old <> 0 AND old <> number THEN
        core := is_label <> old_label AND EXISTS (SELECT FROM wmi.releases() r
          WHERE r.build = CASE WHEN is_label THEN old ELSE number END AND r.core = CASE WHEN is_label THEN number ELSE old END);
        s.nothing := s.nothing OR NOT core;
        IF is_label THEN
          CONTINUE;
        END IF;
      ELSIF old <> 0 THEN
        is_label := is_label AND old_label;
      END IF;
      IF strong <> 0 THEN
        s.strong := number;
        s.strong_label := is_label;
      ELSE
        s.weak := number;
        s.weak_label := is_label;
      END IF;
    END IF;
  END LOOP;
  RETURN s;
END
$wmi$;

-- release.c: the build that a version names, known or not, or NULL.
CREATE OR REPLACE FUNCTION wmi.release_build(version text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  bare CONSTANT text := btrim(version, E' \t\n\x0b\f\r');
  signs CONSTANT text := translate(bare, '0123456789', '');
  folded text;
BEGIN
  IF bare <> '' AND btrim(signs, '.') = '' AND strpos('.' || bare || '.', '..') = 0 THEN
    RETURN wmi.number_build(bare);
  ELSIF signs = ',' AND right(bare, 2) = ',0' AND length(bare) > 2 THEN  -- a spreadsheet's
    RETURN wmi.number_build(left(bare, -2));
  ELSIF bare = '' OR octet_length(bare) > 2048 THEN
    RETURN NULL;
  END IF;
  folded := wmi.fold_version(bare);
  RETURN wmi.sentence_build(wmi.read_version(wmi.claim_numbers(wmi.join_pieces(wmi.cut_version(folded), folded))));
END
$wmi$;
