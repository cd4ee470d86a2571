using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers;

/// <summary>The changes of text that an analyzer hands to its fixer.</summary>
internal sealed class Edits(SyntaxTree tree)
{
    private readonly List<(TextSpan Span, string Text)> changes = [];

    public void Replace(TextSpan span, string text) => changes.Add((span, text));

    public IEnumerable<Location> Locations => changes.Select(change => Location.Create(tree, change.Span));

    public ImmutableDictionary<string, string?> Properties =>
        changes
            .Select((change, index) => (Key: FixKeys.Text + index, change.Text))
            .ToImmutableDictionary(change => change.Key, change => (string?)change.Text);
}
