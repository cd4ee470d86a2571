using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0006: the nearest number in the range.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ArgumentOutOfRangeFixer()
    : ReplaceTextFixer(Descriptors.ArgumentOutOfRange.Id, "Use the nearest value in the range");
