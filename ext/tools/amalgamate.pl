#!/usr/bin/perl
# The extension in one C file: amalgamate.pl VERSION FILE.c … > wmi.c
#
# Headers come once, in the order in which they are needed; then the files, in the order given, but for those that
# include <windows.h>, which leaves macros of any name behind: they come last. Names are made to
# differ by three rules:
#   - what other files see, all but the entry points, gets the prefix wmi_, so that it meets no name of the program;
#   - what only its own file sees gets the file's name: read/folder.c's add() is read_folder_add();
#   - what two headers call alike, which no file includes both, gets the header's name, but for the first's.
# Names of struct members stay as they are.
use strict;
use warnings;

my $version = shift;
my (%text, %includes, %hoisted);

sub slurp {
    my ($path) = @_;
    open my $file, '<', $path or die "$path: $!\n";
    local $/;
    return <$file>;
}

# A file's text, without the includes of our own and without what stands before the first include.
sub load {
    my ($path) = @_;
    return if exists $text{$path};
    my $text = slurp($path);
    my @own;
    my $before = '';
    if ($path =~ /\.c$/ && $text =~ /\A((?:\s|\/\*.*?\*\/|#(?!include)[^\n]*\n)*)(?=#include)/s) {
        $before = $1;
        $text = substr $text, length $before;
        $before =~ s/\/\*.*?\*\///gs;
        $before =~ s/^\s*\n//gm;
    }
    $text =~ s{^#include "([^"]+)"\n}{
        my $name = $1;
        my ($found) = grep { -f } "ext/$name", "include/$name" or die "$path: includes \"$name\", which is not there\n";
        push @own, $found if $found =~ /\.h$/;
        # A table, which each include makes something else of, and may tell its rows apart by their lines.
        $found =~ /\.h$/ ? '' : "#line 1 \"$name\"\n" . slurp($found) . "#line HERE \"wmi.c\"\n";
    }gme;
    $text{$path} = $text;
    $includes{$path} = \@own;
    $hoisted{$path} = $before;
    load($_) for @own;
}

# Comments, strings and characters → blanks, so that only names are left.
sub bare {
    my ($text) = @_;
    $text =~ s{(/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')}{ ' ' x length $1 }gse;
    return $text;
}

# What stands outside all braces, each pair of which is left as {}.
sub outside {
    my ($bare) = @_;
    my ($depth, $out) = (0, '');
    $bare =~ s/^#.*(?:\\\n.*)*$//gm;
    for my $part (split /([{}])/, $bare) {
        if ($part eq '{') { $out .= '{' if $depth++ == 0 }
        elsif ($part eq '}') { $out .= '}' if --$depth == 0 }
        elsif ($depth == 0) { $out .= $part }
    }
    return $out;
}

# The names that a file defines: ({ what only it sees }, { what others see }). Tags are told from other names.
sub names {
    my ($path) = @_;
    my $bare = bare($text{$path});
    my (%own, %shared);
    $own{$1} = 1 while $bare =~ /^#define (\w+)/gm;
    delete $own{$1} while $bare =~ /^#undef (\w+)/gm; # leaves nothing behind
    my $outside = outside($bare);
    $own{"struct $1"} = 1 while $outside =~ /^(?:struct|enum|union) (\w+) \{/gm;
    $own{$1} = 1 while $outside =~ /^typedef\b[^;]*?(\w+)(?:\([^;]*\))?;/gm;
    while ($bare =~ /^(?:static const )?enum (?:\w+ )?\{(.*?)\}/gms) {
        my $list = $1;
        $own{$1} = 1 while $list =~ /(?:^|,)\s*(\w+)/g;
    }
    while ($outside =~ /^(?!typedef|extern)([A-Za-z_][^;{}=()]*?)(\w+)\s*(?:\[[^\]]*\]\s*)*(\(|=|;)/gm) {
        my ($before, $name, $behind) = ($1, $2, $3);
        next if $before !~ /\S/ || $name =~ /^(?:INIT1|__attribute__|__declspec)$/;
        if ($before =~ /\bstatic\b/) { $own{$name} = 1 }
        elsif ($path =~ /\.c$/) { $shared{$name} = 1 }
    }
    $own{$1} = 1 while $outside =~ /^static [^;{}=()]*\{\} \**(\w+)/gm;
    # What the system may have defined is no name of ours.
    delete $own{$_} for grep { $bare =~ /\bdefined\($_\)/ } keys %own;
    return (\%own, \%shared);
}

# Gives names their new ones, outside of strings and comments; what stands behind . or ->, or is declared in the body
# of a struct, is the name of a member.
sub rename_in {
    my ($text, $new) = @_;
    my $rename = sub {
        my ($before, $name) = @_;
        return $before =~ /^(?:struct|enum|union) $/ ? $before . ($new->{"struct $name"} // $name) : $before . ($new->{$name} // $name);
    };
    my ($out, $in_struct) = ('', 0);
    for my $part (split m{(/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^(?:static )?(?:const )?(?:struct|union)(?: \w+)? \{|^\}|^\#include[^\n]*)}ms, $text) {
        if ($part =~ m{^(?:/\*|["']|#include)}) { $out .= $part; next }
        if ($part =~ /^(?:static )?(?:const )?(?:struct|union)(?: \w+)? \{$/) { $in_struct = 1 }
        elsif ($part eq '}') { $in_struct = 0 }
        my $behind = $in_struct && $part !~ /\{$/ ? qr/(?!\s*[;,\[:])/ : qr//;
        $part =~ s/(?<![.\w])(?<!->)\b((?:struct |enum |union )?)([A-Za-z_]\w*)\b$behind/$rename->($1, $2)/ge;
        $out .= $part;
    }
    return $out;
}

my @files = @ARGV;
load($_) for @files;
@files = ((grep { $text{$_} !~ /<windows\.h>/ } @files), (grep { $text{$_} =~ /<windows\.h>/ } @files));

# The entry points are what the public header declares.
my %entry;
{
    load('include/wmi.h');
    my $outside = outside(bare($text{'include/wmi.h'}));
    $entry{$1} = 1 while $outside =~ /\b(sqlite3_\w+)\(/g;
}
# What each file sees of headers.
my %seen;
sub see {
    my ($path) = @_;
    if (!$seen{$path}) {
        $seen{$path} = {$path => 1};
        $seen{$path}{$_} = 1 for map { keys %{see($_)} } @{$includes{$path}};
    }
    return $seen{$path};
}

my (%own, %shared);
for my $file (@files) {
    my ($own, $shared) = names($file);
    $own{$file} = $own;
    # A struct that the headers name too, though only one file knows what is in it, is one for all.
    my $headers = join "\n", map { bare($text{$_}) } grep { /\.h$/ } keys %{see($file)};
    delete $own->{$_} for grep { /^struct / && $headers =~ /\b$_\b/ } keys %$own;
    $shared{$_} = "wmi_$_" for grep { !$entry{$_} && !/^sqlite3_/ } keys %$shared;
}

my %definers;
for my $header (sort grep { /\.h$/ } keys %text) {
    my ($names) = names($header);
    for my $name (grep { !/_H$/ } keys %$names) {
        die "$name is defined by $header and by a file of source, expected names that differ\n" if $shared{$name};
        push @{$definers{$name}}, $header;
    }
}
my %alike = map { $_ => $definers{$_} } grep { @{$definers{$_}} > 1 } keys %definers;

# The name of a file without its folder at the top, as a part of names.
sub stem {
    my ($path) = @_;
    $path =~ s{^.*?(?:ext|include)/|\.[ch]$}{}g;
    return $path =~ s{\W}{_}gr;
}

# What the names of headers become in a file.
sub new_names {
    my ($path) = @_;
    my %new = %shared;
    for my $name (keys %alike) {
        my @theirs = grep { see($path)->{$_} } @{$alike{$name}} or next;
        die "$path includes @theirs, which both define $name\n" if @theirs > 1;
        next if $theirs[0] eq $alike{$name}[0];
        $new{$name} = stem($theirs[0]) . '_' . $name =~ s/^struct //r;
    }
    return %new;
}

my (%done, @headers);
sub order {
    my ($path) = @_;
    return if $done{$path}++;
    order($_) for @{$includes{$path}};
    push @headers, $path if $path =~ /\.h$/;
}
order($_) for @files;

my $out = <<"END";
/*
** wmi $version, the WMI compatibility matrix in SQL, as one file: add it and wmi.h to a program, link libcsv, and
**
**     cc -DSQLITE_CORE program.c wmi.c -lcsv -lsqlite3
**
** then call sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init). Without -DSQLITE_CORE it is the loadable
** extension. Written by ext/tools/amalgamate.pl; MIT licence.
*/
END
# What stands before the first include of a file is for the headers of the system.
my %once;
for my $file (@files) {
    $out .= $hoisted{$file} if $hoisted{$file} =~ /\S/ && !$once{$hoisted{$file}}++;
}
for my $header (@headers) {
    my %new = new_names($header);
    my $text = $header eq 'include/wmi.h' ? "#include \"wmi.h\"\n" : rename_in($text{$header}, \%new);
    $out .= "\n/* ======== $header ======== */\n$text";
    # SQLite's table of functions is to be there before the first header that calls one.
    $out .= "\nSQLITE_EXTENSION_INIT1\n" if $text =~ /<sqlite3ext\.h>/;
}
$text{$_} =~ s/^SQLITE_EXTENSION_INIT1\n//m for @files;
for my $file (@files) {
    my %new = new_names($file);
    $new{$_} = stem($file) . '_' . s/^struct //r for keys %{$own{$file}};
    $out .= "\n/* ======== $file ======== */\n" . rename_in($text{$file}, \%new);
}
my $line = 1;
for (split /^/, $out) {
    $line++;
    s/^#line HERE/#line $line/;
    print;
}
close STDOUT or die "$!\n";
