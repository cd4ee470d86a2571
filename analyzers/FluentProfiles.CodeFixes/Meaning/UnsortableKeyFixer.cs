using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0201: says openly that everything is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnsortableKeyFixer()
    : InsertCallFixer(Descriptors.UnsortableKey.Id, "Read everything, then sort: AsAsyncEnumerable()");
