using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0004: leaves the page size to the planner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PageSizeTooSmallFixer() : RemoveCallFixer(Descriptors.PageSizeTooSmall.Id, "Remove the page size");
