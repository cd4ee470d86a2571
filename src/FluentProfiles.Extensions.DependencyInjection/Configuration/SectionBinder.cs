using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.Configuration;

/// <summary>Binds a section to the options of a name, by a table instead of reflection: that works in a trimmed application,
/// and each mistake is told by its key. What is wrong is passed over when binding and told when the options are
/// checked.</summary>
internal sealed class SectionBinder(string name, IConfigurationSection section)
    : IValidateOptions<ProfilesClientOptions>
{
    public void Bind(string? ofName, ProfilesClientOptions options)
    {
        if (ofName == name)
            _ = Apply(options);
    }

    public ValidateOptionsResult Validate(string? ofName, ProfilesClientOptions options)
    {
        if (ofName != name)
            return ValidateOptionsResult.Skip;
        var failures = Apply(new());
        // Allowed where the options come from elsewhere; where they don't, it is why.
        if (!section.Exists() && options.HasNoCredential())
            failures.Add($"The configuration has no section {section.Path}.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private List<string> Apply(ProfilesClientOptions options)
    {
        List<string> failures = [];
        foreach (var child in section.GetChildren())
        {
            var wrong = OptionKeys.All.TryGetValue(child.Key, out var key)
                ? key.Set(options, child)
                : Unknown(child.Key);
            if (wrong is not null)
                failures.Add($"{child.Path} {wrong}.");
        }
        return failures;
    }

    private static string Unknown(string key)
    {
        if (OptionKeys.OnlyInCode.Contains(key))
            return "can be set in code only";
        return OptionKeys.Nearest(key) is { } nearest
            ? $"is not an option (did you mean {nearest}?)"
            : "is not an option";
    }
}
