using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0506: a text compared with an extensible enum that is nearly a known value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisspelledValueAnalyzer() : QueryAnalyzer(Descriptors.MisspelledValue)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var mentions = new ValueMentions(reading.Values, report.Library);
        foreach (var comparison in reading.Comparisons)
        {
            if (mentions.In(comparison) is var (type, found))
                Check(type, [.. found], report);
        }
    }

    private static void Check(INamedTypeSymbol type, IReadOnlyList<ValueMention> mentions, Report report)
    {
        var known = report.Library.Values.Find(type)!;
        foreach (var mention in mentions)
        {
            if (NearestValue.Of(mention.Text, known.Keys) is not { } nearest)
                continue;
            // A switch takes each text once.
            var isTaken = mentions.Any(other =>
                other != mention && (other.Text == nearest || NearestValue.Of(other.Text, known.Keys) == nearest)
            );
            var fix = isTaken && mention.IsText ? null : FixFor(mention, type, known[nearest]);
            report.At(
                mention.Place.Syntax.GetLocation(),
                fix,
                null,
                mention.Text,
                type.Name,
                $"{type.Name}.{known[nearest]}"
            );
        }
    }

    private static ImmutableDictionary<string, string?>? FixFor(
        ValueMention mention,
        INamedTypeSymbol type,
        string member
    ) =>
        mention.Place.SemanticModel is { } model
            ? FixKeys.Of(
                FixKeys.Text,
                type.ToMinimalDisplayString(model, mention.Place.Syntax.SpanStart)
                    + (mention.IsText ? ".Values." : ".")
                    + member
            )
            : null;
}
