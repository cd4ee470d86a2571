using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0001: the nearest bound.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PageSizeOutOfRangeFixer()
    : ReplaceTextFixer(Descriptors.PageSizeOutOfRange.Id, "Use the nearest page size");
