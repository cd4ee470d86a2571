using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0106: a superseded user-profiles beta. Carries along which fields have to be renamed with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SupersededBetaAnalyzer() : QueryAnalyzer(Descriptors.SupersededBeta)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        // Of two that contradict each other one has to go first, which is another rule's.
        foreach (var mention in reading.Levels.Where(level => !level.IsConflicting).SelectMany(level => level.Mentions))
        {
            if (mention.Known is { ChoosesShape: true, SupersededBy: not null } old)
                Check(mention, old, reading, report);
        }
    }

    private static void Check(BetaMention mention, KnownBeta old, MethodReading reading, Report report)
    {
        var library = report.Library;
        var ofQueries = reading
            .FinalChains.Where(chain => IsShapedBy(chain, mention))
            .SelectMany(chain => chain.Fields);
        var ofCalls = reading
            .Calls.Where(call => call.Betas.Mentions.Contains(mention))
            .SelectMany(call => call.ResultFields);
        var gone = ofQueries
            .Concat(ofCalls)
            .Where(read => read.Facts.Until < library.CurrentRevision)
            .Distinct()
            .ToList();
        var fix = ImmutableDictionary<string, string?>
            .Empty.Add(FixKeys.NextText, TextOf(library.Betas.Find(old.SupersededBy), mention))
            .Add(FixKeys.Paths, PathsUnder(library.CurrentRevision, gone, library))
            .Add(
                FixKeys.NextPaths,
                library.Betas.Find(old.SupersededBy) is { } next ? PathsUnder(next.Shape, gone, library) : null
            );
        var instead = old.SupersededBy!.Length == 0 ? "no user-profiles beta" : $"'{old.SupersededBy}', or none";
        report.At(mention.Location, fix, gone.Select(read => read.Location), old.Name, instead);
    }

    /// <summary>A beta in the manner in which the source names another.</summary>
    private static string? TextOf(KnownBeta? beta, BetaMention mention) =>
        beta is null ? null
        : mention.Operation.Syntax is MemberAccessExpressionSyntax member
        && mention.Operation is IPropertyReferenceOperation
            ? $"{member.Expression}.{beta.Member}"
        : $"\"{beta.Name}\"";

    private static bool IsShapedBy(QueryChain chain, BetaMention mention) =>
        chain.Betas.Mentions.Contains(mention)
        || chain.Betas.Shapes.Count == 0 && chain.Source.ClientBetas?.Mentions.Contains(mention) == true;

    /// <summary>What to write for each field, an empty text where it can stay; null where one can't be mended.</summary>
    private static string? PathsUnder(int revision, List<FieldRead> reads, LibraryContext library)
    {
        var paths = reads.ConvertAll(read =>
            read.Facts.IsServedBy(revision) ? "" : Replacement.For(read, revision, library)
        );
        return paths.Contains(null) ? null : string.Join(";", paths);
    }
}
