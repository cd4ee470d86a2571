using System.Reflection;

namespace FluentProfiles.Tests.Query;

/// <summary>What ends a query by reading returns a <see cref="ValueTask"/>, and so do handlers that an application implements, as
/// functions that it passes do; calls of a client and bulk writes return a <see cref="Task"/>.</summary>
public sealed class ReturnTypeTests
{
    private static readonly Type[] ValueTasks =
    [
        typeof(ProfileQuery<>),
        typeof(ProfileQueryNumbers),
        typeof(IWebhookHandler),
    ];

    public static TheoryData<string, Type> AsyncMethods
    {
        get
        {
            TheoryData<string, Type> methods = [];
            foreach (var type in typeof(ProfilesClient).Assembly.GetExportedTypes())
            {
                foreach (
                    var method in type.GetMethods(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                    )
                )
                {
                    if (typeof(Task).IsAssignableFrom(method.ReturnType) || IsValueTask(method.ReturnType))
                        methods.Add(method.ToString()!, type);
                }
            }
            return methods;
        }
    }

    [Theory]
    [MemberData(nameof(AsyncMethods))]
    public void AsyncMethod_GivesWhatTheRuleSays(string method, Type type)
    {
        var returned = type.GetMethods().Single(one => one.ToString() == method);

        Assert.EndsWith("Async", returned.Name, StringComparison.Ordinal);
        Assert.Equal(ValueTasks.Contains(type), IsValueTask(returned.ReturnType));
    }

    private static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
