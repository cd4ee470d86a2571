using FluentProfiles.Http.Failures;

namespace FluentProfiles.Http.Calls;

/// <summary>The headers that a query or a call adds to its requests. Names are compared without regard to case. Values are
/// secrets. Immutable.</summary>
internal sealed class AddedHeaders
{
    public static AddedHeaders None { get; } = new(NewValues());

    private readonly Dictionary<string, string> values;
    private readonly SecretForms[] secrets;

    private AddedHeaders(Dictionary<string, string> values)
    {
        this.values = values;
        secrets = [.. values.Values.Select(SecretForms.Of).OfType<SecretForms>()];
    }

    public IReadOnlyCollection<string> HeaderNames => values.Keys;

    /// <summary>Returns these headers and one more, which replaces one of the same name.</summary>
    /// <exception cref="ArgumentException">The name or the value can't be sent, or the library sets the header.</exception>
    public AddedHeaders With(string name, string value)
    {
        HeaderRules.CheckName(name, nameof(name));
        HeaderRules.CheckValue(name, value, nameof(value));
        return new(new(values, values.Comparer) { [name] = value });
    }

    /// <summary>Returns the headers of a call.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="parameter">The name of the argument that has them.</param>
    /// <exception cref="ArgumentException">A name or a value can't be sent, the library sets the header, or a name comes
    /// twice.</exception>
    public static AddedHeaders Of(IDictionary<string, string> headers, string parameter)
    {
        var values = NewValues();
        foreach (var (name, value) in headers)
        {
            HeaderRules.CheckName(name, parameter);
            HeaderRules.CheckValue(name, value, parameter);
            if (!values.TryAdd(name, value))
                throw new ArgumentException(
                    $"{nameof(CallOptions)}.{nameof(CallOptions.Headers)} has {name} twice, in different letter case. Keep one of them.",
                    parameter
                );
        }
        return values.Count == 0 ? None : new(values);
    }

    public void AddTo(HttpRequestMessage request)
    {
        foreach (var (name, value) in values)
            request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Returns a text cleaner that also removes the values of these headers.</summary>
    public UntrustedText AddSecretsTo(UntrustedText texts) => secrets.Length == 0 ? texts : texts.WithSecrets(secrets);

    private static Dictionary<string, string> NewValues() => new(StringComparer.OrdinalIgnoreCase);
}
