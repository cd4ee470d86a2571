using System.CommandLine;
using System.CommandLine.Parsing;

namespace FluentProfiles.Emulator.CommandLine;

/// <summary>An option of the command line, and what it sets.</summary>
/// <param name="Option">The option as the parser and the help know it.</param>
/// <param name="Apply">Sets it, where the command line has an option of its name.</param>
internal sealed record EmulatorOption(Option Option, Action<ParseResult, ProfileEmulatorOptions> Apply)
{
    /// <summary>Creates an option with a value. It may be repeated: the values are set in their order, so the last one wins
    /// where <paramref name="trySet"/> replaces.</summary>
    /// <param name="name">The name, dashes included.</param>
    /// <param name="value">The name of the value in the help.</param>
    /// <param name="expected">What a value must be, for errors.</param>
    /// <param name="description">What the option is for.</param>
    /// <param name="trySet">Sets a value, or returns false when it makes no sense.</param>
    public static EmulatorOption Of(
        string name,
        string value,
        string expected,
        string description,
        Func<ProfileEmulatorOptions, string, bool> trySet
    )
    {
        Option<string[]> option = new(name)
        {
            HelpName = value,
            Description = description,
            Arity = ArgumentArity.ZeroOrMore,
        };
        option.Validators.Add(result => Check(result, name, expected, text => trySet(new(), text)));
        return new(
            option,
            (line, options) =>
            {
                foreach (var text in line.GetValue<string[]>(name) ?? [])
                    trySet(options, text);
            }
        );
    }

    /// <summary>Creates an option whose value is a number.</summary>
    public static EmulatorOption Number(
        string name,
        string description,
        int least,
        int most,
        Action<ProfileEmulatorOptions, int> set
    ) =>
        Of(
            name,
            "N",
            $"number from {least} to {most}",
            description,
            (options, text) =>
            {
                if (OptionValues.Number(text, least, most) is not { } number)
                    return false;
                set(options, number);
                return true;
            }
        );

    /// <summary>Creates an option without a value.</summary>
    public static EmulatorOption Flag(string name, string description, Action<ParseResult, ProfileEmulatorOptions> set)
    {
        Option<bool> option = new(name) { Description = description, Arity = ArgumentArity.Zero };
        return new(
            option,
            (line, options) =>
            {
                if (line.GetValue<bool>(name))
                    set(line, options);
            }
        );
    }

    private static void Check(OptionResult result, string name, string expected, Func<string, bool> isValid)
    {
        if (result.Tokens.Count < result.IdentifierTokenCount)
            result.AddError($"{name}: the {expected} is missing.");
        foreach (var token in result.Tokens.Where(token => !isValid(token.Value)))
            result.AddError($"{name}: {token.Value} is not a {expected}.");
    }
}
