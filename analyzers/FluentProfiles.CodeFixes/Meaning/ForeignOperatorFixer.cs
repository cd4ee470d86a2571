using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0207: says openly that everything is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ForeignOperatorFixer()
    : InsertCallFixer(Descriptors.ForeignOperator.Id, "State that every page is read: AsAsyncEnumerable()");
