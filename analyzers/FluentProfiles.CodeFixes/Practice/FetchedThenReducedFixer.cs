using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0501: moves what is done to the result into the query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FetchedThenReducedFixer() : EditsFixer(Descriptors.FetchedThenReduced.Id, "Move it into the query");
