using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0502: one GET for each item.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GetPerItemAnalyzer() : QueryAnalyzer(Descriptors.GetPerItem)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var get in reading.Gets)
        {
            if (
                ItemWork.Around(get) is { } work
                && work.AlwaysRuns(get)
                && AsksByItem(get, work, reading, report.Library)
            )
                report.At(
                    Places.OfName(get.Syntax),
                    get.TargetMethod.Name,
                    TextOf(get.Instance, "client"),
                    IsOfTexts(work.Items) ? TextOf(work.Items, "ids") : "ids"
                );
        }
    }

    /// <summary>Whether only the id differs from item to item.</summary>
    private static bool AsksByItem(
        IInvocationOperation get,
        ItemWork work,
        MethodReading reading,
        LibraryContext library
    )
    {
        var id = get.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "id")?.Value;
        return id is not null
            && work.UsesItem(id)
            && !work.Leads(id)
            && !IsOfProfile(reading.Values.Behind(id), library)
            && !IsStream(work.Items)
            && !IsWrittenBack(work, library)
            && (get.Instance is null || !work.UsesItem(get.Instance))
            && !get.Arguments.Any(argument => argument.Parameter?.Name == "options" && work.UsesItem(argument));
    }

    // A profile that is at hand is read again on purpose: for what is new, or for what only a GET reports.
    private static bool IsOfProfile(IOperation id, LibraryContext library) =>
        id is IPropertyReferenceOperation property && library.IsProfile(property.Property.ContainingType);

    // What is about to be changed is read right before, one by one.
    private static bool IsWrittenBack(ItemWork work, LibraryContext library) =>
        work.Calls.Any(call =>
            call.TargetMethod.Name is "UpdateAsync" or "DeleteAsync"
            && library.IsAnyClient(call.TargetMethod.ContainingType)
        );

    private static bool IsStream(IOperation? items) =>
        items is not null
        && OperationTree
            .Of(items)
            .Any(part => part is IInvocationOperation { TargetMethod.Name: "GetConsumingEnumerable" });

    private static bool IsOfTexts(IOperation? items) =>
        items is not null
        && Values.Unwrapped(items).Type switch
        {
            IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_String,
            INamedTypeSymbol { TypeArguments: [var item] } => item.SpecialType == SpecialType.System_String,
            _ => false,
        };

    private static string TextOf(IOperation? operation, string other) =>
        operation is not null
        && Values.Unwrapped(operation).Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? Values.Unwrapped(operation).Syntax.ToString()
            : other;
}
