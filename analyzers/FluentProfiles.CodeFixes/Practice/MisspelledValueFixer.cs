using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0506: the nearest known value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MisspelledValueFixer()
    : ReplaceTextFixer(Descriptors.MisspelledValue.Id, "Compare with the nearest known value instead");
