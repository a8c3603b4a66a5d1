<#
.SYNOPSIS
Collects what the WMI of this host has, in a form that wmi_load() reads.

.DESCRIPTION
Without -Mof it writes a CSV with the classes of some namespaces, as the live repository has them, named by the build:
26100.csv. What the collection lacks is absent on that build.

With -Mof it copies the schema files, *.mof and their texts *.mfl, into a folder named by the build: 26100. Rename it to
26100-whole to say that it holds all classes of that build: what no file declares is then absent there, else unknown.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File collect.ps1
powershell -ExecutionPolicy Bypass -File collect.ps1 -Namespace root\cimv2, root\StandardCimv2
powershell -ExecutionPolicy Bypass -File collect.ps1 -Mof -OutputFolder C:\schemas
#>
[CmdletBinding()]
param(
  [string[]] $Namespace = 'root\virtualization\v2',
  [switch] $Mof,
  [string] $OutputFolder = '.'
)

$ErrorActionPreference = 'Stop'
$build = [Environment]::OSVersion.Version.Build

# Is it what mofcomp makes, no text?
function Test-BinaryMof([string] $path) {
  $stream = [IO.File]::OpenRead($path)
  try {
    $start = New-Object byte[] 4
    return $stream.Read($start, 0, 4) -eq 4 -and [Text.Encoding]::ASCII.GetString($start) -eq 'FOMB'
  } finally {
    $stream.Dispose()
  }
}

# Copies the schema files; a file of a language's folder gets the language into its name.
function Copy-Mof([string] $folder) {
  $wbem = Join-Path $env:windir 'System32\wbem'
  New-Item -ItemType Directory -Force -Path $folder | Out-Null
  $files = @(Get-ChildItem -LiteralPath $wbem -File | Where-Object Extension -in '.mof', '.mfl')
  $files += @(Get-ChildItem -LiteralPath $wbem -Directory | Where-Object Name -match '^[a-z]{2,3}(-[A-Za-z]+)+$' |
    Get-ChildItem -File | Where-Object Extension -in '.mof', '.mfl')
  foreach ($file in $files) {
    if ($file.Length -eq 0 -or (Test-BinaryMof $file.FullName)) {
      Write-Warning "$($file.FullName) holds no text: left out"
      continue
    }
    $name = $file.Name
    if ($file.Directory.Name -ne 'wbem') {
      $name = $file.BaseName + '.' + $file.Directory.Name + $file.Extension
    }
    Copy-Item -LiteralPath $file.FullName -Destination (Join-Path $folder $name)
  }
}

# The members of all classes of a namespace.
function Get-Members([string] $from) {
  Get-CimClass -Namespace $from | ForEach-Object {
    $class = $_.CimClassName
    $columns = @{ n = 'Namespace'; e = { $from } }, @{ n = 'Class'; e = { $class } }, @{ n = 'Member'; e = { $_.Name } }
    $desc = @{ n = 'Desc'; e = { ($_.Qualifiers | Where-Object Name -eq Description).Value } }
    $_.CimClassProperties | Select-Object ($columns + @{ n = 'Type'; e = { $_.CimType } } +
      @{ n = 'Category'; e = { 'Property' } } + $desc)
    $_.CimClassMethods | Select-Object ($columns + @{ n = 'Type'; e = { 'Method' } } +
      @{ n = 'Category'; e = { 'Method' } } + $desc)
  }
}

if ($Mof) {
  $target = Join-Path $OutputFolder "$build"
  Copy-Mof $target
} else {
  $target = Join-Path $OutputFolder "$build.csv"
  $Namespace | ForEach-Object { Get-Members $_ } | Export-Csv $target -NoTypeInformation -Encoding UTF8
}
Write-Output "SELECT wmi_load('$target');"
