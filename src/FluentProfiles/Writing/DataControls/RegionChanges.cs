namespace FluentProfiles.Writing;

/// <summary>Checks of what a change of a data control is made of.</summary>
internal static class RegionChanges
{
    /// <exception cref="InvalidOperationException">The change disables the control.</exception>
    public static RegionChanges<T> Of<T>(RegionChanges<T>? regions)
        where T : class =>
        regions
        ?? throw new InvalidOperationException(
            "A control that is disabled has no regions. Start with Enable() to set or remove them."
        );

    /// <summary>A code or a name: whatever it stands for, the service knows it by visible ASCII characters.</summary>
    /// <exception cref="ArgumentException">It is empty or has other characters.</exception>
    public static string Checked(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        return text.All(character => character is > ' ' and <= '~')
            ? text
            : throw new ArgumentException("Only visible ASCII characters are allowed here, and no spaces.", parameter);
    }
}
