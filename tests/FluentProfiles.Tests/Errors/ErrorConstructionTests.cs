using System.Collections;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Tests.Errors;

/// <summary>Tests of applications make results and exceptions of their own, for mocks.</summary>
public sealed class ErrorConstructionTests
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    // What a client, a query or a factory makes, without a request.
    private static readonly Type[] MadeOtherwise =
    [
        typeof(ProfileQuery<>),
        typeof(QueryPlan),
        typeof(ProfileSetters),
        typeof(SyncPlan),
        typeof(UserProfileComparer),
        typeof(CmekChange),
        typeof(StorageChange),
    ];

    // Nobody sets them: they follow from the other members.
    private static readonly string[] Derived =
    [
        $"{nameof(BulkWriteReport)}.{nameof(BulkWriteReport.Unfinished)}",
        $"{nameof(SyncReport)}.{nameof(SyncReport.Unfinished)}",
    ];

    public static TheoryData<Type> Made =>
        [
            .. typeof(ProfilesClient)
                .Assembly.ExportedTypes.Where(type => type is { IsClass: true, IsAbstract: false })
                .Where(type => !type.IsSubclassOf(typeof(Attribute)) && !IsInput(type) && !MadeOtherwise.Contains(type))
                .Select(type => type.IsGenericTypeDefinition ? Closed(type) : type),
        ];

    [Theory]
    [MemberData(nameof(Made))]
    public void Type_IsMadeWithEveryMember(Type type)
    {
        var constructor = Assert.Single(type.GetConstructors(), maker => !IsCopying(maker));
        var parameters = constructor.GetParameters();
        var arguments = parameters.Select(parameter => Sample(parameter.ParameterType, parameter.Name!)).ToArray();

        var made = constructor.Invoke(arguments);

        foreach (var property in MembersOf(type))
        {
            var given = Array.FindIndex(parameters, parameter => IsFor(parameter, property));
            if (given < 0 && property.SetMethod is not { IsPublic: true })
                Assert.Fail($"Nothing sets {property.Name}.");
            var value = given < 0 ? Sample(property.PropertyType, property.Name) : arguments[given];
            if (given < 0)
                property.SetValue(made, value);
            Assert.Equal(value, property.GetValue(made));
        }
    }

    [Fact]
    public void Refusal_HasItsStatusAndErrorType()
    {
        ProfilesApiException[] refusals =
        [
            new ProfilesInvalidRequestException("no"),
            new ProfilesAuthenticationException("no"),
            new ProfilesBillingException("no"),
            new ProfilesPermissionException("no"),
            new ProfilesNotFoundException("no"),
            new ProfilesRateLimitException("no"),
            new ProfilesOverloadedException("no"),
        ];

        Assert.Equal(
            [
                (400, "invalid_request_error"),
                (401, "authentication_error"),
                (402, "billing_error"),
                (403, "permission_error"),
                (404, "not_found_error"),
                (429, "rate_limit_error"),
                (529, "overloaded_error"),
            ],
            refusals.Select(refusal => ((int)refusal.StatusCode, refusal.ErrorType!))
        );
        Assert.All(refusals, refusal => Assert.Equal("no", refusal.Message));
    }

    [Fact]
    public void Wrapper_HasTheRequestIdOfItsCause()
    {
        var cause = new ProfilesApiException(HttpStatusCode.BadGateway, "broken") { RequestId = "req_1" };

        Assert.Equal("req_1", new ProfilesUnknownOutcomeException(cause).RequestId);
        var failure = new ProfilesBulkWriteException(new() { Found = 2, Written = 1 }, cause);
        Assert.Equal("req_1", failure.RequestId);
        Assert.Contains("found 2, written 1, unchanged 0, failed 0, unfinished 1", failure.Message);
        Assert.Same(cause, failure.InnerException);
    }

    private static Type Closed(Type type) =>
        type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(string))]);

    /// <summary>What callers hand in has members that can be set, a map or a converter has none.</summary>
    private static bool IsInput(Type type) =>
        type.Name.EndsWith("Options", StringComparison.Ordinal)
        || typeof(IDisposable).IsAssignableFrom(type)
        || typeof(IEnumerable).IsAssignableFrom(type)
        || typeof(System.Text.Json.Serialization.JsonConverter).IsAssignableFrom(type)
        || type == typeof(WebhookVerifier);

    private static bool IsCopying(ConstructorInfo maker) =>
        maker.GetParameters() is [var only] && only.ParameterType == maker.DeclaringType;

    private static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(Instance)
            .Where(property =>
                property.DeclaringType != typeof(Exception) && property.Name != nameof(Exception.Message)
            )
            .Where(property => property.DeclaringType != typeof(OperationCanceledException))
            .Where(property => !Derived.Contains($"{type.Name}.{property.Name}"));

    private static bool IsFor(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A value that is not the default.</summary>
    private static object Sample(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return name;
        if (type == typeof(bool))
            return true;
        if (type == typeof(Type))
            return typeof(TimeoutException);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1)!;
        if (type.IsPrimitive)
            return Convert.ChangeType(42, type);
        if (type == typeof(HttpStatusCode))
            return HttpStatusCode.BadGateway;
        if (type == typeof(TimeSpan))
            return TimeSpan.FromSeconds(42);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        if (type == typeof(Exception))
            return new TimeoutException();
        if (type == typeof(ProfilesException))
            return new ProfilesException(name);
        if (type == typeof(SyncPlan))
            return new SyncPlan(new() { Scope = null!, KeyMember = name });
        if (type == typeof(SyncReport))
            return new SyncReport((SyncPlan)Sample(typeof(SyncPlan), name));
        if (type == typeof(QueryPlan))
            return ProfileQuery.FromItems([]).Explain();
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.IsInterface)
            return Activator.CreateInstance(
                type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
                    ? typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments())
                    : typeof(List<>).MakeGenericType(type.GetGenericArguments())
            )!;
        if (type.GetConstructor([typeof(string)]) is { } ofText && type.IsValueType)
            return ofText.Invoke([name]);
        if (type.GetConstructor([]) is { } plain)
            return plain.Invoke([]);
        return type.IsAbstract
            ? Sample(type.Assembly.ExportedTypes.First(kind => kind.IsSubclassOf(type)), name)
            : RuntimeHelpers.GetUninitializedObject(type);
    }
}
