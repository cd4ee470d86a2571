using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0202: removes the order that counts for nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ReplacedOrderFixer() : RemoveCallFixer(Descriptors.ReplacedOrder.Id, "Remove the order");
