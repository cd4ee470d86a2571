using System.Globalization;
using System.Text;

namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Writes values as people do: literal, constant, in a local or a field, computed; and values that look like constants
/// but are set elsewhere.</summary>
internal sealed class ValueForms(Random random)
{
    private static readonly int[] Numbers = [-1, 0, 1, 5, 50, 100, 101];

    // What the fields of the programs' class hold, and what their initializers say where that differs.
    private static readonly Dictionary<int, string[]> Fields = new()
    {
        [-1] = ["Constants.MinusOne", "ReadonlyMinusOne", "SetToMinusOne"],
        [5] = ["Constants.Five", "SetToFive", "Pair.First"],
        [101] = ["Constants.TooMany"],
    };

    private static readonly string[] Betas =
    [
        "\"user-profiles-2026-03-24\"",
        "AnthropicBeta.UserProfiles2026_03_24",
        "AnthropicBeta.UserProfiles2026_08_18",
        "AnthropicBeta.UserProfiles2026_09_04",
        "AnthropicBeta.UserProfiles2026_09_04",
        "\"user-profiles-billing-2026-10-01\"",
        "OldBeta",
        "(AnthropicBeta)\"user-profiles-2026-08-18\"",
        "(flag ? AnthropicBeta.UserProfiles2026_08_18 : AnthropicBeta.UserProfilesBilling2026_10_01)",
        "Malformed",
        "\"a, b\"",
    ];

    // No time that passes is short: a run that is not refused ends as it would without it.
    private static readonly string[] Times =
    [
        "TimeSpan.FromSeconds(60)",
        "TimeSpan.FromSeconds(60)",
        "TimeSpan.FromMinutes(1)",
        "new TimeSpan(0, 1, 0)",
        "System.Threading.Timeout.InfiniteTimeSpan",
        "TimeSpan.FromMilliseconds(-1)",
        "TimeSpan.Zero",
        "TimeSpan.FromSeconds(0)",
        "TimeSpan.FromDays(49)",
        "TimeSpan.FromDays(50)",
        "-TimeSpan.FromSeconds(1)",
        "new TimeSpan(50, 0, 0, 0)",
        "default",
        "NoTime",
    ];

    private static readonly string[] Texts =
    [
        "\"\"",
        "\" \"",
        "\"abc\"",
        "\"a b\"",
        "\"\u00e4\"",
        "NoText",
        "string.Empty",
    ];

    private readonly StringBuilder declarations = new();
    private int names;

    public string Declarations => declarations.ToString();

    public void Clear()
    {
        declarations.Clear();
        names = 0;
    }

    public string NewName(string stem) => stem + (++names).ToString(CultureInfo.InvariantCulture);

    public string Beta() => random.Next(4) == 0 ? Betas[random.Next(Betas.Length)] : Betas[random.Next(5)];

    /// <summary>A number, which is mostly the given one.</summary>
    public string Number(int usual)
    {
        var number = random.Next(3) == 0 ? Numbers[random.Next(Numbers.Length)] : usual;
        var text = number.ToString(CultureInfo.InvariantCulture);
        return random.Next(9) switch
        {
            0 => Local($"const int {{0}} = {text};"),
            1 => Local($"var {{0}} = {text};"),
            2 => Local($"int {{0}} = -1; ({{0}}, _) = ({text}, 0);"),
            3 => Local($"int {{0}} = 101; int.TryParse(\"{text}\", out {{0}});"),
            4 => $"({text} + 0)",
            5 => $"(flag ? {text} : {text})",
            6 when Fields.TryGetValue(number, out var fields) => fields[random.Next(fields.Length)],
            _ => text,
        };
    }

    /// <summary>A time, in range or not.</summary>
    public string Time() =>
        random.Next(6) == 0
            ? Local($"TimeSpan {{0}} = {Times[random.Next(Times.Length)]};")
            : Times[random.Next(Times.Length)];

    /// <summary>A text, which is mostly the given one.</summary>
    public string Text(string usual)
    {
        var text = random.Next(3) == 0 ? Texts[random.Next(Texts.Length)] : usual;
        return random.Next(6) switch
        {
            0 => Local($"var {{0}} = {text};"),
            1 => $"(flag ? {text} : {text})",
            _ => text,
        };
    }

    public string Status() =>
        random.Next(8) switch
        {
            0 => "\"banned\"",
            1 => "default",
            2 => "new EnforcementStatus()",
            3 => "\"\"",
            4 => "NoStatus",
            5 => Local("EnforcementStatus {0} = EnforcementStatus.Pending;"),
            6 => Local("EnforcementStatus {0} = flag ? EnforcementStatus.Banned : default;"),
            _ => "EnforcementStatus.Banned",
        };

    private string Local(string declaration)
    {
        var name = NewName("n");
        declarations.Append(string.Format(CultureInfo.InvariantCulture, declaration, name)).Append('\n');
        return name;
    }
}
