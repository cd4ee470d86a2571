using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0208: the other known values, stated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NegatedStatusFixer()
    : ReplaceTextFixer(Descriptors.NegatedStatus.Id, "State the other known statuses");
