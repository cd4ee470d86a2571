using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0507: the query of this library.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SdkListingFixer()
    : EditsFixer(Descriptors.SdkListing.Id, "Read the profiles with a query of FluentProfiles");
