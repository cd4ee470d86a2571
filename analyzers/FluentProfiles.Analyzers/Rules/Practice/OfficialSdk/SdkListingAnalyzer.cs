using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0507: a loop over the official SDK's listing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SdkListingAnalyzer() : QueryAnalyzer(Descriptors.SdkListing)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var loop in reading.Loops)
        {
            if (SdkListing.Of(loop, reading.Values) is not { } listing || !listing.IsSimple())
                continue;
            var edits = EditsFor(listing, reading, report);
            report.At(Places.OfName(listing.Pages.Syntax), edits?.Properties, edits?.Locations);
        }
    }

    private static Edits? EditsFor(SdkListing listing, MethodReading reading, Report report)
    {
        var calls = new SdkParameters(reading.Values, report.Library).CallsFor(listing);
        if (calls is null || ClientsInScope.NameAt(listing.Loop, report.Library) is not { } client)
            return null;
        var edits = new Edits(listing.Loop.Syntax.SyntaxTree);
        var token = SdkParameters.TokenOf(listing) is { } given ? $".WithCancellation({given})" : "";
        edits.Replace(listing.Pages.Syntax.Span, $"{client}.Query(){calls}{token}");
        foreach (var part in OperationTree.Of(listing.Loop.Body))
        {
            if (
                part
                    is IPropertyReferenceOperation
                    {
                        Property.Name: "ID",
                        Instance: ILocalReferenceOperation { Local: var item }
                    } id
                && listing.Loop.Locals.Contains(item, SymbolEqualityComparer.Default)
            )
                edits.Replace(Places.OfMember(id.Syntax).SourceSpan, "Id");
        }
        return RemoveFirstPage(listing, reading, edits) ? edits : null;
    }

    /// <summary>Removes the local that holds the first page; false where it can't be removed.</summary>
    private static bool RemoveFirstPage(SdkListing listing, MethodReading reading, Edits edits)
    {
        if (
            QueryStep.ReceiverOf(listing.Pages) is not { } page
            || Values.Unwrapped(page) is not ILocalReferenceOperation { Local: var local } use
        )
            return Values.Unwrapped(QueryStep.ReceiverOf(listing.Pages)!) is IAwaitOperation;
        var uses = OperationTree
            .Of(OperationTree.RootOf(use))
            .Count(part =>
                part is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local)
            );
        if (uses != 1 || local.DeclaringSyntaxReferences is not [var reference])
            return false;
        if (
            reference.GetSyntax()
            is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax statement
                }
            }
        )
            return false;
        if (Trivia.HasComment(statement.SyntaxTree.GetRoot(), statement.FullSpan))
            return false;
        edits.Replace(statement.FullSpan, "");
        return true;
    }
}
