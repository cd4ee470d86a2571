using System.Net;
using System.Reflection;

namespace FluentProfiles.Tests.Model.Schema;

/// <summary>Makes objects and arguments that nothing is wrong with.</summary>
internal static class RightValues
{
    private const string Text = "1";

    private static readonly Dictionary<Type, Func<object>> Known = new()
    {
        [typeof(string)] = () => Text,
        [typeof(int)] = () => 1,
        [typeof(ProfilesClientOptions)] = () => new ProfilesClientOptions { ApiKey = "any-key" },
        [typeof(ProfilesClient)] = () =>
            new ProfilesClient(
                new()
                {
                    ApiKey = "any-key",
                    MaxRetries = 0,
                    Transport = new NoTransport(),
                }
            ),
        [typeof(ProfileQuery<UserProfile>)] = () =>
            ProfileQuery.FromItems([new UserProfile { Id = "uprof_1" }, new UserProfile { Id = "uprof_2" }]),
        [typeof(WriteOptions)] = () => new BulkWriteOptions(),
        [typeof(ProfileSetters)] = () => new ProfileSetters(),
        [typeof(CmekChange)] = CmekChange.Enable,
        [typeof(StorageChange)] = StorageChange.Enable,
        [typeof(ProfileChanges)] = () => new ProfileChanges { Name = "a" },
        [typeof(Action<ProfileSetters>)] = () => (Action<ProfileSetters>)(c => c.SetName("a")),
        [typeof(Func<UserProfile, CancellationToken, ValueTask>)] = () =>
            (Func<UserProfile, CancellationToken, ValueTask>)((_, _) => default),
        [typeof(WebhookVerifier)] = () => new WebhookVerifier("whsec_" + Convert.ToBase64String(new byte[24])),
    };

    public static object? Of(Type type) =>
        Known.TryGetValue(type, out var make) ? make()
        : type.IsValueType || type.GetConstructor([]) is not null ? Activator.CreateInstance(type)
        : null;

    public static object? Of(ParameterInfo parameter) =>
        Known.ContainsKey(parameter.ParameterType) || !parameter.HasDefaultValue && parameter.ParameterType.IsValueType
            ? Of(parameter.ParameterType)
            : null;

    private sealed class NoTransport : IProfilesTransport
    {
        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
