namespace FluentProfiles.Model.Betas;

/// <summary>What may stand in a header of ours: visible ASCII, so that no value can end its header or start another.</summary>
internal static class HeaderText
{
    public static bool IsToken(string text)
    {
        foreach (var character in text)
        {
            if (character is <= ' ' or > '~')
                return false;
        }
        return text.Length > 0;
    }

    public static void ThrowIfNoBeta(AnthropicBeta beta, string parameter)
    {
        var text = beta.ToString();
        if (text.Length == 0)
            throw new ArgumentException("A beta must have a name; this one is empty.", parameter);
        if (!IsToken(text) || text.Contains(','))
            throw new ArgumentException(
                "The name of a beta has only visible ASCII characters and no comma. Pass several betas as several arguments.",
                parameter
            );
    }
}
