-- The functions of SQL. Those of availability and versions hold their facts in bodies that data.sql writes (wmi.pair_marks,
-- wmi.name_marks, wmi.version_slot, …), so they are IMMUTABLE in truth: nothing that they read can change but by replacing
-- them. That matters for more than speed: postgres_fdw sends an IMMUTABLE function of an extension to the servers that have
-- it, and a STABLE one it does not. wmi_label reads tables and is STABLE. None is in SQL, for a function in SQL is taken apart
-- where it is called, and its parts travel to no server.
--
-- Each pins its search_path or, where that would cost as much as its work, names what it uses in full.
--
-- Names are tried as they stand first: that is the case of nearly all rows, and one look-up. Only a name that is not found so is
-- taken apart, as ext/session/argument.c does it.

-- A name without blanks around it and () behind it.
CREATE OR REPLACE FUNCTION wmi.bare_name(name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  blanks CONSTANT text := E' \t\n\x0b\f\r';
  bare CONSTANT text := btrim(name, blanks);
BEGIN
  IF right(bare, 1) = ')' AND right(rtrim(left(bare, -1), blanks), 1) = '(' THEN
    RETURN rtrim(left(rtrim(left(bare, -1), blanks), -1), blanks);
  END IF;
  RETURN bare;
END
$wmi$;

-- The namespace before a name, in small letters, with \ and without a host; NULL where there is none: 'a::b' has none.
CREATE OR REPLACE FUNCTION wmi.take_namespace(INOUT name text, OUT space text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  blanks CONSTANT text := E' \t\n\x0b\f\r';
  colon CONSTANT integer := strpos(name, ':');
  slash integer;
BEGIN
  IF colon > 0 AND substr(name, colon + 1, 1) <> ':' THEN
    space := replace(lower(btrim(left(name, colon - 1), blanks) COLLATE "C"), '/', '\');
    name := btrim(substr(name, colon + 1), blanks);
    slash := CASE WHEN left(space, 2) = '\\' THEN strpos(substr(space, 3), '\') ELSE 0 END;
    IF slash > 0 THEN
      space := substr(space, slash + 3);
    END IF;
  END IF;
END
$wmi$;

-- A member of a class, both in small letters, or NULL where there is none: its namespace (NULL for any), its class, its name, and
-- what wmi.pair_marks calls the class.
CREATE OR REPLACE FUNCTION wmi.found_pair(space text, class text, member text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  IF wmi.pair_marks(class, member) IS NULL THEN
    RETURN NULL;
  ELSIF space IS NULL OR wmi.class_namespace(class) = space THEN
    RETURN ARRAY[space, class, member, class];
  ELSIF wmi.pair_marks(space || E'\n' || class, member) IS NOT NULL THEN
    RETURN ARRAY[space, class, member, space || E'\n' || class];
  END IF;
  RETURN NULL;
END
$wmi$;

-- What class and member name together, as wmi.found_pair says it.
CREATE OR REPLACE FUNCTION wmi.named_pair(class text, member text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  meant text[] := wmi.found_pair(NULL, lower(class COLLATE "C"), lower(member COLLATE "C"));
  taken record;
BEGIN
  IF meant IS NULL THEN
    taken := wmi.take_namespace(btrim(class, E' \t\n\x0b\f\r'));
    meant := wmi.found_pair(taken.space, lower(taken.name COLLATE "C"), lower(wmi.bare_name(member) COLLATE "C"));
  END IF;
  RETURN meant;
END
$wmi$;

-- 'Class.Member', in small letters. More than one dot may stand behind a class: the first that makes a member counts.
CREATE OR REPLACE FUNCTION wmi.qualified_pair(space text, name text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  piece CONSTANT text[] := string_to_array(name, '.');
BEGIN
  FOR i IN 1 .. cardinality(piece) - 1 LOOP
    IF wmi.pair_marks(array_to_string(piece[:i], '.'), array_to_string(piece[i + 1:], '.')) IS NOT NULL THEN
      RETURN wmi.found_pair(space, array_to_string(piece[:i], '.'), array_to_string(piece[i + 1:], '.'));
    END IF;
  END LOOP;
  RETURN NULL;
END
$wmi$;

-- What one text names: a pair; or, without a class, a name that members bear or else a class.
CREATE OR REPLACE FUNCTION wmi.named(name text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  blanks CONSTANT text := E' \t\n\x0b\f\r';
  key text := lower(name COLLATE "C");
  meant text[];
  taken record;
  scope integer;
  piece text[];
BEGIN
  IF wmi.name_marks('', key) IS NOT NULL THEN
    RETURN ARRAY[NULL, NULL, key, ''];
  END IF;
  meant := wmi.qualified_pair(NULL, key);
  IF meant IS NOT NULL THEN
    RETURN meant;
  END IF;
  taken := wmi.take_namespace(wmi.bare_name(key));
  key := taken.name;
  IF wmi.name_marks('', key) IS NOT NULL THEN
    RETURN CASE
      WHEN taken.space IS NULL THEN ARRAY[NULL, NULL, key, '']
      WHEN taken.space <> '' AND wmi.name_marks(taken.space, key) IS NOT NULL THEN ARRAY[taken.space, NULL, key, taken.space] END;
  END IF;
  meant := wmi.qualified_pair(taken.space, key);
  scope := strpos(key, '::');
  IF meant IS NULL AND scope > 0 THEN
    meant := wmi.found_pair(taken.space, btrim(left(key, scope - 1), blanks), btrim(substr(key, scope + 2), blanks));
  END IF;
  IF meant IS NULL THEN -- at the one dot that has a blank beside it: those without may belong to a name
    piece := regexp_split_to_array(key, E'[ \\t\\n\\x0b\\f\\r]+[.][ \\t\\n\\x0b\\f\\r]*|[.][ \\t\\n\\x0b\\f\\r]+');
    IF cardinality(piece) = 2 THEN
      meant := wmi.found_pair(taken.space, btrim(piece[1], blanks), btrim(piece[2], blanks));
    END IF;
  END IF;
  RETURN meant;
END
$wmi$;

-- The marks of what wmi.named or wmi.named_pair has found.
CREATE OR REPLACE FUNCTION wmi.named_marks(meant text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE WHEN meant[2] IS NULL THEN wmi.name_marks(meant[4], meant[3]) ELSE wmi.pair_marks(meant[4], meant[3]) END;
END
$wmi$;

-- --- Versions: of four types, as SQLite takes a text, an integer or a floating-point number ---

CREATE OR REPLACE FUNCTION wmi.wmi_build(version text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN (wmi.reported_builds())[wmi.version_slot(version)];
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_build(version bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN (wmi.reported_builds())[wmi.build_slot(version)];
END
$wmi$;

-- A whole number of 64 bits; 0, which is no build, for any other.
CREATE OR REPLACE FUNCTION wmi.whole_number(version numeric) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE WHEN version BETWEEN 1 AND 4294967295 AND version = trunc(version) THEN version::bigint ELSE 0 END;
END
$wmi$;
CREATE OR REPLACE FUNCTION wmi.whole_number(version double precision) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE WHEN version BETWEEN 1 AND 4294967295 AND version = trunc(version) THEN version::bigint ELSE 0 END;
END
$wmi$;

-- --- Answers ---

-- 1, 0 or NULL: the mark in a slot.
CREATE OR REPLACE FUNCTION wmi.available_on(class text, member text, version text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE substr(coalesce(wmi.pair_marks(class, member), wmi.named_marks(wmi.named_pair(class, member))), wmi.version_slot(version), 1)
    WHEN '1' THEN 1 WHEN '0' THEN 0 END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(class text, member text, version bigint) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE substr(coalesce(wmi.pair_marks(class, member), wmi.named_marks(wmi.named_pair(class, member))), wmi.build_slot(version), 1)
    WHEN '1' THEN 1 WHEN '0' THEN 0 END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(member text, version text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE substr(wmi.named_marks(wmi.named(member)), wmi.version_slot(version), 1) WHEN '1' THEN 1 WHEN '0' THEN 0 END;
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(member text, version bigint) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN CASE substr(wmi.named_marks(wmi.named(member)), wmi.build_slot(version), 1) WHEN '1' THEN 1 WHEN '0' THEN 0 END;
END
$wmi$;

-- The oldest and the newest build with a mark, unless the classes that a name means differ in theirs.
CREATE OR REPLACE FUNCTION wmi.edge_build(meant text[], newest boolean) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  marks CONSTANT text := wmi.named_marks(meant);
  other CONSTANT jsonb := wmi.other_edges(CASE WHEN meant[2] IS NULL THEN '.' || meant[4] ELSE meant[4] END, meant[3]);
BEGIN
  IF other IS NOT NULL THEN
    RETURN (other ->> CASE WHEN newest THEN 1 ELSE 0 END)::bigint;
  ELSIF strpos(marks, '1') = 0 THEN
    RETURN NULL;
  END IF;
  RETURN (wmi.reported_builds())[CASE WHEN newest THEN strpos(marks, '1') ELSE length(marks) - strpos(reverse(marks), '1') + 1 END];
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_since(class text, member text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.edge_build(wmi.named_pair(class, member), false);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_since(member text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.edge_build(wmi.named(member), false);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_until(class text, member text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.edge_build(wmi.named_pair(class, member), true);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_until(member text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.edge_build(wmi.named(member), true);
END
$wmi$;

-- --- Labels ---

-- The number that a text is, decimal or 0x, also as a range of one, if it is one of 64 bits.
CREATE OR REPLACE FUNCTION wmi.text_number(value text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
DECLARE
  part CONSTANT text[] := regexp_match(value COLLATE "C", '^(-?)(0[xX])?0*([0-9a-fA-F]+)$');
  number bigint;
BEGIN
  IF value ~ '^[^.]+[.][.][^.]+$' THEN
    number := wmi.text_number(split_part(value, '..', 1));
    RETURN CASE WHEN number = wmi.text_number(split_part(value, '..', 2)) THEN number END;
  ELSIF part[2] IS NOT NULL AND length(part[3]) <= 16 AND lpad(part[3], 16, '0') ~ '^[0-7]' THEN
    number := ('x' || lpad(part[3], 16, '0'))::bit(64)::bigint;
  ELSIF part[2] IS NULL AND part[3] ~ '^[0-9]{1,19}$' AND part[3]::numeric <= 9223372036854775807 THEN
    number := part[3]::bigint;
  END IF;
  RETURN CASE WHEN part[1] = '-' THEN -number ELSE number END;
END
$wmi$;

-- The label in a map: of the narrowest range that holds the number, half-open ranges and then the rest (..) last; or, without a
-- number, of the value as it stands.
CREATE OR REPLACE FUNCTION wmi.map_label(map integer, number bigint, value text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  IF number IS NULL THEN
    RETURN (SELECT e.label FROM wmi.entry_data e WHERE e.map = map_label.map AND e.value = map_label.value COLLATE "C"
      ORDER BY e.entry LIMIT 1);
  END IF;
  RETURN (SELECT e.label FROM wmi.entry_data e
    WHERE e.map = map_label.map AND (e.low IS NOT NULL OR e.high IS NOT NULL OR e.value = '..')
      AND number >= coalesce(e.low, number) AND number <= coalesce(e.high, number)
    ORDER BY (e.low IS NULL)::integer + (e.high IS NULL)::integer, e.high::numeric - e.low, e.entry LIMIT 1);
END
$wmi$;

-- The maps of what was found; a method has the map of its return value.
CREATE OR REPLACE FUNCTION wmi.named_maps(meant text[]) RETURNS SETOF integer
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN QUERY
  SELECT DISTINCT ON (m.class_id, m.member_key) m.map
  FROM (
    SELECT * FROM wmi.class_data c WHERE meant[2] IS NOT NULL AND c.class_key = meant[2]
    UNION ALL
    SELECT * FROM wmi.class_data c WHERE meant[2] IS NULL AND c.class_key = meant[3]
      AND NOT EXISTS (SELECT FROM wmi.member_data b JOIN wmi.class_data bc USING (class_id) WHERE b.member_key = meant[3]
        AND (meant[1] IS NULL OR replace(lower(bc.namespace COLLATE "C"), '/', '\') = meant[1]))) c
  JOIN wmi.map_data m ON m.class_id = c.class_id AND (meant[2] IS NULL OR m.member_key = meant[3])
  WHERE (meant[1] IS NULL OR replace(lower(c.namespace COLLATE "C"), '/', '\') = meant[1])
    AND (m.parameter IS NULL OR m.parameter = 'ReturnValue')
  ORDER BY m.class_id, m.member_key, m.parameter NULLS FIRST;
  IF meant[2] IS NULL THEN
    RETURN QUERY
    SELECT DISTINCT ON (m.class_id) m.map
    FROM wmi.map_data m JOIN wmi.class_data c USING (class_id)
    WHERE m.member_key = meant[3] AND (meant[1] IS NULL OR replace(lower(c.namespace COLLATE "C"), '/', '\') = meant[1])
      AND (m.parameter IS NULL OR m.parameter = 'ReturnValue')
    ORDER BY m.class_id, m.parameter NULLS FIRST;
  END IF;
END
$wmi$;

-- The label that all of them have that have any.
CREATE OR REPLACE FUNCTION wmi.named_label(meant text[], number bigint, value text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN (SELECT CASE WHEN count(DISTINCT label) = 1 THEN min(label) END
    FROM (SELECT DISTINCT map FROM wmi.named_maps(meant) map) maps, LATERAL wmi.map_label(maps.map, number, value) label);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(class text, member text, value text) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.named_label(wmi.named_pair(class, member), wmi.text_number(value), value);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(class text, member text, value bigint) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.named_label(wmi.named_pair(class, member), value, NULL);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(member text, value text) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.named_label(wmi.named(member), wmi.text_number(value), value);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(member text, value bigint) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.named_label(wmi.named(member), value, NULL);
END
$wmi$;

-- --- The same for other types of numbers ---

CREATE OR REPLACE FUNCTION wmi.wmi_build(version numeric) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_build(wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(class text, member text, version numeric) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.available_on(class, member, wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(member text, version numeric) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.available_on(member, wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(class text, member text, value numeric) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_label(class, member, CASE WHEN value BETWEEN -9223372036854775808 AND 9223372036854775807 AND value = trunc(value) THEN value::bigint END);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(member text, value numeric) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_label(member, CASE WHEN value BETWEEN -9223372036854775808 AND 9223372036854775807 AND value = trunc(value) THEN value::bigint END);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_build(version double precision) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_build(wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(class text, member text, version double precision) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.available_on(class, member, wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.available_on(member text, version double precision) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.available_on(member, wmi.whole_number(version));
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(class text, member text, value double precision) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_label(class, member, CASE WHEN value BETWEEN -9e15 AND 9e15 AND value = trunc(value) THEN value::bigint END);
END
$wmi$;

CREATE OR REPLACE FUNCTION wmi.wmi_label(member text, value double precision) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $wmi$
BEGIN
  RETURN wmi.wmi_label(member, CASE WHEN value BETWEEN -9e15 AND 9e15 AND value = trunc(value) THEN value::bigint END);
END
$wmi$;
