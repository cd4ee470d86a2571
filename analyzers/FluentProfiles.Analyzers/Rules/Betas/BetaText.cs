using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Judges the text of a beta.</summary>
internal static class BetaText
{
    // How far a misspelling goes: beyond, it may well be another beta.
    private const int FarthestMisspelling = 3;

    private static readonly Regex Name = new(
        "^[a-z0-9]+(-[a-z0-9]+)*-[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        RegexOptions.CultureInvariant
    );
    private static readonly Regex Date = new("-[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant);

    public static BetaFault Judge(
        string text,
        BetaCatalog betas,
        IReadOnlyCollection<string> additional,
        out string? nearest
    )
    {
        nearest = null;
        if (betas.Find(text) is not null || additional.Contains(text))
            return BetaFault.None;
        if (ReasonAgainst(text) is not null)
            return BetaFault.Malformed;
        nearest = Nearest(text, betas);
        return nearest is not null ? BetaFault.Misspelled
            : Name.IsMatch(text) ? BetaFault.Unknown
            : BetaFault.Malformed;
    }

    /// <summary>Why a text can't be sent, or null where it can.</summary>
    public static string? ReasonAgainst(string text) =>
        text.Length == 0 ? "it is empty"
        : text.Any(char.IsControl) ? "it has a control character"
        : text.Any(char.IsWhiteSpace) ? "it has white space"
        : text.Contains(",") ? "it has a comma, and each beta is an argument of its own"
        : text.Any(letter => letter is < '!' or > '~') ? "it has a character that is not allowed in a header"
        : null;

    /// <summary>The names in a text that is well but for white space and commas around them, or null.</summary>
    public static IReadOnlyList<string>? NamesIn(string text, BetaCatalog betas)
    {
        var names = text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).Distinct().ToList();
        return names.Count > 0 && names.TrueForAll(name => betas.Find(name) is not null || Name.IsMatch(name))
            ? names
            : null;
    }

    private static string? Nearest(string text, BetaCatalog betas)
    {
        var folded = text.ToLowerInvariant().Replace('_', '-');
        var best = betas
            .All.Select(beta => (beta.Name, Distance: EditDistance.Between(folded, beta.Name)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.Name is null || best.Distance <= FarthestMisspelling)
            return best.Name;
        var family = Date.Replace(folded, "");
        return betas
            .All.Where(beta => Date.Replace(beta.Name, "") == family)
            .OrderBy(beta => EditDistance.Between(folded, beta.Name))
            .ThenByDescending(beta => beta.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Name;
    }
}
