using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0204: reads what a list does not report.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FieldOnlyByGetFixer()
    : InsertCallFixer(Descriptors.FieldOnlyByGet.Id, "Read each profile with its own request: WithDetails()");
